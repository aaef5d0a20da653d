import { join } from 'node:path';
import { isExecutable, root } from './paths.mjs';
import { SetupError } from './say.mjs';

const oldestForTheServer = [22, 18];

/**
 * The Node that runs the server, the build and the tests: the one pinned by the lockfile, which is there for Linux
 * on x64 and arm64; elsewhere the one that runs this script, if it is new enough to run TypeScript.
 */
export function pinnedNode() {
  const pinned = join(root, 'node_modules/.bin/node');
  if (isExecutable(pinned)) return pinned;
  if (isAtLeast(process.versions.node, oldestForTheServer)) return process.execPath;
  throw new SetupError(
    `On ${process.platform}-${process.arch} Front Door needs Node ${oldestForTheServer.join('.')} or newer, ` +
      `this is ${process.versions.node}. Please install Node 24.`,
  );
}

function isAtLeast(version, [major, minor]) {
  const [itsMajor, itsMinor] = version.split('.').map(Number);
  return itsMajor > major || (itsMajor === major && itsMinor >= minor);
}
