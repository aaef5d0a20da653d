import { spawnSync } from 'node:child_process';

/** True if pkg-config knows the library: its headers are installed. */
export function hasLibrary(name) {
  return spawnSync('pkg-config', ['--exists', name], { stdio: 'ignore' }).status === 0;
}
