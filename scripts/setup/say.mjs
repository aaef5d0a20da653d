// What the set-up tells the person who waits for it.

const secondsBetweenNotes = 5;

/** Prints one line. */
export function say(text) {
  console.log(`front-door: ${text}`);
}

/**
 * Announces something that takes long, then says every few seconds how far it is and how long it has been going on.
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} work calls `note` as often as it likes; the newest text that is not empty is shown
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`;
  let newest = '';
  say(`${title} ...`);
  const ticker = setInterval(() => say(`  ${elapsed()}${newest && `: ${newest}`}`), secondsBetweenNotes * 1000);
  try {
    const result = await work((text) => (newest = text.trim().slice(0, 100) || newest));
    say(`  done in ${elapsed()}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

/** An error that the reader can do something about: shown as its text alone, without a stack. */
export class SetupError extends Error {}
