import { describe, expect, it } from 'vitest';
import { ensureInstalled } from './system-packages.mjs';

const there = { package: 'meson', isThere: () => true };
const missing = { package: 'ninja-build', isThere: () => false };
const alsoMissing = { package: 'libuv1-dev', isThere: () => false };

/** A machine that notes the commands it is asked to run, and on which `effect` happens when it runs one. */
function machine(changes, effect = () => {}) {
  const commands = [];
  const run = async (command, args, { env }) => {
    commands.push([command, ...args].join(' '));
    expect(env.DEBIAN_FRONTEND).toBe('noninteractive');
    effect(args);
  };
  return { isRoot: true, hasApt: true, run, commands, ...changes };
}

describe('packages of the system', () => {
  it('are left alone when everything is there', async () => {
    const here = machine();
    await ensureInstalled('to build', [there], here);
    expect(here.commands).toEqual([]);
  });

  it('are installed by root, only those missing', async () => {
    let installed = false;
    const here = machine({}, (args) => (installed ||= args[0] === 'install'));
    await ensureInstalled('to build', [there, { package: 'ninja-build', isThere: () => installed }], here);
    expect(here.commands).toEqual([
      'apt-get update -q',
      'apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=120 ninja-build',
    ]);
  });

  it('are named in one line, as a command, to somebody who is not root', async () => {
    const here = machine({ isRoot: false });
    await expect(ensureInstalled('to build', [there, missing, alsoMissing], here)).rejects.toThrow(
      /^Some Debian packages are needed to build\. Install them with: sudo apt-get install ninja-build libuv1-dev$/,
    );
    expect(here.commands).toEqual([]);
  });

  it('are named where there is no apt', async () => {
    const here = machine({ hasApt: false });
    await expect(ensureInstalled('to build', [missing], here)).rejects.toThrow(
      'This machine has no apt-get. What Debian calls ninja-build is needed to build: please install it.',
    );
  });

  it('are asked for again when the package lists cannot be renewed', async () => {
    let installed = false;
    const here = machine({}, (args) => {
      if (args[0] === 'update') throw new Error('no network');
      installed = true;
    });
    await ensureInstalled('to build', [{ package: 'meson', isThere: () => installed }], here);
    expect(here.commands.length).toBe(2);
  });

  it('are an error when apt says yes and yet nothing is there', async () => {
    await expect(ensureInstalled('to build', [missing], machine())).rejects.toThrow(
      'apt installed ninja-build, but what is needed to build is still not found.',
    );
  });
});
