import { setImmediate as nextTurn } from 'node:timers/promises';

/** What is done in one go: a few milliseconds. */
const atOnce = 100;

/** Does something with each of thousands, and lets everything else in this process have its turn in between. */
export async function inTurns<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  let done = 0;
  for (const one of all) {
    work(one);
    done += 1;
    if (done % atOnce === 0) await nextTurn();
  }
}
