import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areInstalled } from './dependencies.mjs';

const asked = {
  '': { name: 'project' },
  server: { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/server': { resolved: 'server', link: true },
  'node_modules/for-another-platform': { version: '3.0.0', optional: true },
};
const { '': _project, 'node_modules/for-another-platform': _optional, ...needed } = asked;

let folder;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-door-test-'));
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: asked }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const install = (packages) => writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

describe('the npm packages', () => {
  it('are installed when they are those of the lockfile', async () => {
    await install(needed);
    expect(areInstalled(folder)).toBe(true);
  });

  it('are not installed in a fresh clone', () => {
    expect(areInstalled(folder)).toBe(false);
  });

  it('are not installed when the lockfile asks for another version', async () => {
    await install({ ...needed, 'node_modules/a': { version: '0.9.0' } });
    expect(areInstalled(folder)).toBe(false);
  });

  it('are not installed when the lockfile asks for one more', async () => {
    const { 'node_modules/server': _link, ...rest } = needed;
    await install(rest);
    expect(areInstalled(folder)).toBe(false);
  });

  it('are not installed when the lockfile has dropped one', async () => {
    await install({ ...needed, 'node_modules/old': { version: '1.0.0' } });
    expect(areInstalled(folder)).toBe(false);
  });

  it('are not installed when an optional one is there in another version', async () => {
    await install({ ...needed, 'node_modules/for-another-platform': { version: '2.0.0', optional: true } });
    expect(areInstalled(folder)).toBe(false);
  });
});
