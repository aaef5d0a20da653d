import { effect, untracked } from '@preact/signals';
import type { VisitConnection } from '../../net/connection.ts';
import { announce } from '../../ui/live-status.tsx';
import { queueOf } from './queue-of.ts';
import { queueText } from './queue-text.ts';
import type { Told } from './tell-in.ts';
import { tellIn } from './tell-in.ts';

/** Kept while the person looks at other screens, so that they are not told again what they know. */
let told: Told | null = null;

/**
 * Tells those who do not look at the page how the queue goes on, without chatter.
 * @returns how to stop
 */
export function announceQueue(connection: VisitConnection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const queue = queueOf(connection);
    const wait = queue === null ? null : tellIn(told, queue, Date.now());
    if (queue === null || wait === null) return;
    if (wait > 0) {
      timer = setTimeout(look, wait);
      return;
    }
    told = { queue, at: Date.now() };
    announce(queueText(queue));
  };
  const stop = effect(() => {
    void queueOf(connection);
    untracked(look);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
