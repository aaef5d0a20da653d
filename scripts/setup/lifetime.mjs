// One way to end, whatever asks for it: Ctrl-C (which the terminal sends to every process of the group, and npm
// once more to us), a SIGTERM to this process alone, a closed terminal, or the sudden death of the npm above us.

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const millisecondsBetweenLooksAtParent = 1000;

/** @type {Set<() => unknown>} */
const endings = new Set();
let ending = false;

/** True from the moment that this process has been asked to end: what fails from then on fails because of it. */
export function isEnding() {
  return ending;
}

/**
 * Has `stop` called, and waited for, when this process is asked to end; what came last is stopped first.
 * @param {() => unknown} stop may set `process.exitCode`
 * @returns {() => void} takes it back
 */
export function atEnd(stop) {
  endings.add(stop);
  return () => endings.delete(stop);
}

/** To be called once, by the script that is the program. */
export function watchForEnd() {
  for (const [signal, code] of Object.entries(exitCodes)) process.on(signal, () => end(code));
  if (process.env.npm_lifecycle_event) watchParent();
}

function watchParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end(exitCodes.SIGHUP), millisecondsBetweenLooksAtParent).unref();
}

async function end(code) {
  if (ending) return;
  ending = true;
  for (const stop of [...endings].reverse()) await Promise.resolve(stop()).catch(() => {});
  process.exit(process.exitCode ?? code);
}
