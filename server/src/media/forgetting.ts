import { setImmediate as turn } from 'node:timers/promises';
import type { Producer } from 'mediasoup/types';
import type { Sent } from './peer.ts';

/** How often it is looked whether anything still comes of a picture that is not sent any more, ms. */
const every = 1_000;

/**
 * Has mediasoup forget what was lost of a picture that is not sent any more. It asks for each packet up to ten times,
 * and browsers send each again, which on a narrow way took the place of the sound for many seconds. A pause makes it
 * forget, and what comes late begins it anew: so that is repeated until nothing comes any more.
 */
export class Forgetting {
  #settled: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  /** Whoever else pauses or resumes the producer waits for this first, so as not to be undone. */
  get settled(): Promise<unknown> {
    return this.#settled;
  }

  begin(camera: Producer<Sent>): void {
    this.end();
    this.#forget(camera);
    this.#goOn(camera, null);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #goOn(camera: Producer<Sent>, before: number | null): void {
    this.#timer = setTimeout(() => {
      bytesOf(camera).then(
        (bytes) => {
          if (bytes === before) return;
          this.#forget(camera);
          this.#goOn(camera, bytes);
        },
        // It is gone.
        () => undefined,
      );
    }, every).unref();
  }

  #forget(camera: Producer<Sent>): void {
    this.#settled = this.#settled.then(() => forget(camera)).catch(() => undefined);
  }
}

async function forget(camera: Producer<Sent>): Promise<void> {
  if (camera.paused) return;
  camera.appData.forgets = true;
  await camera.pause();
  await camera.resume();
  // The worker's word to those who see it comes before its answer, and mediasoup passes it on a turn later.
  await turn();
  camera.appData.forgets = false;
}

const bytesOf = async (camera: Producer<Sent>): Promise<number> =>
  (await camera.getStats()).reduce((sum, { byteCount }) => sum + byteCount, 0);
