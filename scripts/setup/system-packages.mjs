import { getuid } from 'node:process';
import { findCommand } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError, step } from './say.mjs';

/** @typedef {{ package: string, isThere: () => boolean }} Requirement something of the system, and Debian's package for it */
/** @typedef {{ isRoot: boolean, hasApt: boolean, run: typeof run }} Machine */

/** @type {Machine} */
const thisMachine = {
  isRoot: getuid?.() === 0,
  hasApt: findCommand('apt-get') !== undefined,
  run,
};

/**
 * Installs the packages of the requirements that are not met.
 * @param {string} purpose completes the sentence "... is needed ..."
 * @param {Requirement[]} requirements
 * @param {Machine} [machine]
 * @throws {SetupError} naming exactly what to install, where that is not ours to do
 */
export async function ensureInstalled(purpose, requirements, machine = thisMachine) {
  const missing = requirements.filter(({ isThere }) => !isThere()).map((requirement) => requirement.package);
  if (missing.length === 0) return;
  if (!machine.hasApt) throw new SetupError(withoutApt(purpose, missing));
  if (!machine.isRoot) throw new SetupError(withoutRoot(purpose, missing));

  await step(`installing ${missing.join(', ')} with apt, ${purpose}`, (note) => aptInstall(missing, note, machine.run));

  const stillMissing = requirements.filter(({ isThere }) => !isThere()).map((requirement) => requirement.package);
  if (stillMissing.length > 0) {
    throw new SetupError(`apt installed ${stillMissing.join(', ')}, but what is needed ${purpose} is still not found.`);
  }
}

async function aptInstall(packages, note, runCommand) {
  const options = { onLine: note, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  // Old lists may do: whether they did shows at the installation.
  await runCommand('apt-get', ['update', '-q'], options).catch((error) => note(error.message));
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  await runCommand('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...wait, ...packages], options);
}

function withoutRoot(purpose, packages) {
  return `Some Debian packages are needed ${purpose}. Install them with: sudo apt-get install ${packages.join(' ')}`;
}

function withoutApt(purpose, packages) {
  return `This machine has no apt-get. What Debian calls ${packages.join(', ')} is needed ${purpose}: please install it.`;
}
