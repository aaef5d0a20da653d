/**
 * Finds what ties the project to one machine or one network.
 * @param {Record<string, string>} files path -> text of every file
 * @param {string[]} machinePaths folders of this machine that no file may name
 * @returns {string[]} what is wrong, one sentence each
 */
export function tidinessProblems(files, machinePaths) {
  return [...addressesIn(files['package-lock.json'] ?? '{}'), ...machinePathsIn(files, machinePaths)];
}

// With an address in it, a lockfile installs from one place only; without, from wherever npm is told to.
function addressesIn(lockfile) {
  return Object.entries(JSON.parse(lockfile).packages ?? {})
    .filter(([, { resolved }]) => resolved?.includes('://'))
    .map(([path]) => `package-lock.json has a download address for ${path}.`);
}

function machinePathsIn(files, machinePaths) {
  return Object.entries(files).flatMap(([path, text]) =>
    machinePaths
      .filter((machinePath) => names(text, machinePath))
      .map((machinePath) => `${path} names ${machinePath}, a folder of this machine.`),
  );
}

function names(text, machinePath) {
  const literally = machinePath.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.$}-])${literally}(?![\\w-])`).test(text);
}
