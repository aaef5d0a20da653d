import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const quick = import.meta.resolve('./quick-imports.ts');

/** Runs a module of that text in a process of its own; with nothing of our environment; gives what it prints. */
async function printed(text: string, ...options: string[]): Promise<string> {
  const args = [...options, '--input-type=module', '--eval', text];
  return (await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname, env: {} })).stdout;
}

describe('what is imported before everything else', () => {
  it('spares Node what it reads and forgets for each module of the database layer', async () => {
    const measure = `
      const before = process.cpuUsage();
      await import('drizzle-orm/pglite');
      const { user, system } = process.cpuUsage(before);
      console.log(user + system);
    `;
    const usual = Number(await printed(measure));
    const spared = Number(await printed(measure, `--import=${quick}`));
    expect(spared).toBeGreaterThan(0);
    expect(spared).toBeLessThan(usual / 2);
  });

  it('keeps what Node makes of our sources beside the packages', async () => {
    const kept = await printed("console.log((await import('node:module')).getCompileCacheDir())", `--import=${quick}`);
    expect(kept).toContain('/node_modules/.cache/front-door/');
  });
});
