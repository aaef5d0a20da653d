import { signal } from '@preact/signals';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { FormState } from '../../ui/form-state.ts';
import { isGiven } from '../fields.ts';
import { watch } from '../watch.ts';
import { desk } from './desk.ts';
import { refusalText } from './refusal-text.ts';
import { leadOf, visitorsOf } from './status.ts';
import { calledBy } from './who.ts';

export const removalReasons = ['mistake', 'somebody_else', 'elsewhere', 'behaviour', 'other'] as const;

/**
 * Whether nothing is left of a visit when the one who came is removed: an appointment is somebody's, also when another
 * person came by its link.
 */
export const endsByRemoval = (room: WatchedRoom): boolean => room.expectedAt === null && visitorsOf(room).length === 1;

/** Sending somebody away, and why. */
export class RemoveForm {
  readonly reason = signal<(typeof removalReasons)[number] | null>('mistake');
  readonly own = signal('');
  readonly #visitId: string | undefined;
  readonly state = new FormState({ own: () => t('waiting:remove.ownMissing') }, refusalText);

  /** Whoever was meant when it was asked, also when somebody else comes to the fore meanwhile. */
  constructor(room: WatchedRoom) {
    this.#visitId = leadOf(room)?.visitId;
  }

  submit(room: WatchedRoom): Promise<void> {
    const [name, ends] = [calledBy(room), endsByRemoval(room)];
    const reason = this.reason.value ?? 'other';
    const own = this.own.value;
    return this.state.submit({ own: reason !== 'other' || isGiven(own) }, async () => {
      const visitId = this.#visitId;
      if (visitId === undefined) return desk.close();
      const inWords = reason === 'other' ? own : t(`waiting:remove.reasons.${reason}`);
      await watch.desk('waiting:remove', { visitId, reason: inWords });
      if (ends) await watch.desk('waiting:finish', { consultationId: room.consultationId });
      desk.done(() => t('waiting:result.removed', { name }));
    });
  }
}
