import { computed, effect, signal, untracked } from '@preact/signals';
import type { ConnectionCheck } from '../check/connection-check.ts';
import { recallChoice } from '../room/device-choice.ts';
import type { Visit } from '../room/visit.ts';
import { later } from './later.ts';
import { keepReporting } from './report.ts';

type CheckParts = typeof import('../check/index.ts');

/** The check in a visit: fetched when somebody waits, run by itself once in a visit, and again when asked for. */
export class VisitCheck {
  /** Whether the person has said yes or no to camera and microphone, and gone on. */
  readonly decided = signal(recallChoice() !== null);
  /** Whether the person looks at the check while waiting. */
  readonly isOpen = signal(false);
  /** What the check is made of; null until it is fetched, and for good where it cannot be: nothing waits for it. */
  readonly parts = signal<CheckParts | null>(null);
  readonly connection = signal<ConnectionCheck | null>(null);
  /** What is on, and gives nothing. */
  readonly silent = signal(false);
  readonly dark = signal(false);

  /** What is measured now; null while nothing is. */
  readonly measured = computed(() => {
    const state = this.connection.value?.state.value;
    return state?.is === 'done' ? state.measured : null;
  });

  constructor({ connection }: Visit) {
    const isWaiting = computed(() => connection.view.value?.me.phase === 'waiting');
    const isHere = computed(() => connection.state.value.is === 'here');
    effect(() => {
      if (!isWaiting.value || !isHere.value) return this.connection.peek()?.cancel();
      untracked(() => void this.#begin(connection));
    });
  }

  /** Looks at everything once more. */
  open(): void {
    this.isOpen.value = true;
    void this.connection.value?.run();
  }

  async #begin({ socket, view }: Visit['connection']): Promise<void> {
    if (this.parts.value === null) {
      const parts = await later(import('../check/index.ts')).catch(() => null);
      if (parts === null) return;
      this.connection.value ??= new parts.ConnectionCheck(socket.request);
      this.parts.value = parts;
    }
    const me = view.value?.me;
    if (me?.phase === 'waiting' && !me.report?.connection) await this.connection.value?.run();
  }
}

/** The check of a visit, of which staff are kept told from now on. */
export function openCheck(visit: Visit): VisitCheck {
  const check = new VisitCheck(visit);
  keepReporting(visit, check);
  return check;
}
