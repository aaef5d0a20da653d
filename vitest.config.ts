import { defineConfig } from 'vitest/config';

/**
 * Nothing else may run beside what holds sound, pictures or a server's memory to figures; nor beside what makes networks:
 * every browser on the machine takes notice, gives up what it was fetching, and looks for another way for its media.
 */
const alone = [
  'e2e/src/faults/firewalls.test.ts',
  'e2e/src/faults/network*.test.ts',
  'e2e/src/faults/relay-ports.test.ts',
  'e2e/src/faults/standby.test.ts',
  'e2e/src/faults/weak*.test.ts',
  'e2e/src/operation/abuse.test.ts',
  'e2e/src/support/network.test.ts',
];

const browsers = {
  globalSetup: 'e2e/src/support/empty-database.ts',
  expect: { poll: { timeout: 30_000 } },
  testTimeout: 120_000,
  hookTimeout: 120_000,
  pool: 'forks',
} as const;

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
          ...browsers,
          name: 'e2e',
          include: ['e2e/src/**/*.test.ts'],
          exclude: alone,
          // Mostly they wait: for pages, for a camera, for a limit of the server's.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...browsers,
          name: 'e2e-alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
