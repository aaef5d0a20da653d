import { defineConfig } from 'vitest/config';

// The projects run in the order of their groups: what is quick and near the cause first, whole browsers last.
export default defineConfig({
  test: {
    passWithNoTests: true,
    silent: 'passed-only',
    projects: [
      {
        test: { name: 'scripts', include: ['scripts/**/*.test.mjs'], testTimeout: 30_000, sequence: { groupOrder: 1 } },
      },
      {
        test: {
          name: 'shared',
          include: ['shared/src/**/*.test.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { name: 'client', include: ['client/src/**/*.test.ts'], sequence: { groupOrder: 1 } },
      },
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          globalSetup: 'server/src/testing/snapshot.ts',
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 90_000,
          hookTimeout: 90_000,
          pool: 'forks',
          // An embedded database takes half a gigabyte, and there is one for each.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/src/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
          // Browsers share the machine with the server that they measure.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
