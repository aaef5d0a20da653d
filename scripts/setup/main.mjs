import { isEnding, watchForEnd } from './lifetime.mjs';
import { SetupError } from './say.mjs';

/**
 * Runs a script's work to its exit code. What the reader can put right is shown as a sentence, the rest with its stack.
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  watchForEnd();
  try {
    const code = await work();
    if (!isEnding()) process.exitCode = code;
  } catch (error) {
    if (isEnding()) return;
    console.error(error instanceof SetupError ? `\nfront-door: ${error.message}` : error);
    process.exitCode = 1;
  }
}
