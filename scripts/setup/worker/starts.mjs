import { spawnSync } from 'node:child_process';

// The worker ends with this code when it is started by hand, which takes milliseconds: proof that the binary and
// its libraries fit this machine.
const startedByHand = 41;

/** True if the binary runs on this machine. */
export function starts(binary) {
  return spawnSync(binary, [], { env: {}, stdio: 'ignore', timeout: 10_000 }).status === startedByHand;
}
