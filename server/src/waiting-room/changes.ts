import { EventEmitter } from 'node:events';
import type { VisitPhase } from '@front-door/shared/domain/visit.ts';
import type { Farewell } from '@front-door/shared/protocol/events.ts';
import type { Consultation } from '../consultations/lock.ts';

/** What a committed change of a consultation means for the connections and the media above it. */
export interface Change {
  consultationId: string;
  practiceId: string;
  /** In whose queues it was and is now. */
  clinicIds: string[];
  /** Who is in which phase from now on. */
  moved: Array<{ visitId: string; phase: VisitPhase }>;
  /** Whose media must go, though the person may stay. */
  mediaClosed: string[];
  /** Whose connection must go, and what to tell them. */
  dismissed: Array<{ visitId: string; code: Farewell }>;
}

/**
 * Where the features say that something changed, after it is safely in the database, and the floors above listen.
 * Listeners run at once and in order, so that a person who was removed has no media left when the remover hears back.
 */
export class Changes extends EventEmitter<{
  change: [Change];
  /** A clinic itself: its name, or how late it runs. */
  clinic_changed: [clinic: { practiceId: string; clinicId: string }];
  staff_disabled: [staffId: string];
}> {
  /** Tells of a consultation as it was when the change was made. */
  tell(
    { id: consultationId, practiceId, clinicId }: Pick<Consultation, 'id' | 'practiceId' | 'clinicId'>,
    what: Partial<Pick<Change, 'clinicIds' | 'moved' | 'mediaClosed' | 'dismissed'>> = {},
  ): void {
    const clinicIds = clinicId === null ? [] : [clinicId];
    this.emit('change', { consultationId, practiceId, clinicIds, moved: [], mediaClosed: [], dismissed: [], ...what });
  }
}
