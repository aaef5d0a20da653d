import type { MessageTemplate } from '@front-door/shared/domain/message-templates.ts';
import { isLive, mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import type { MessageView } from '@front-door/shared/protocol/views.ts';
import { desc, eq, inArray } from 'drizzle-orm';
import { record } from '../audit/trail.ts';
import { inConsultation, inOwnConsultation, isOver, practiceOf, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { messages, staff, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { actorOf } from './apply.ts';
import type { Changes } from './changes.ts';
import type { AtDesk } from './visits.ts';

/** Messages of one consultation that are shown, and that it can have. */
const mostShown = 20;
const most = 200;

type Content = { template: MessageTemplate } | { text: string };

/** What staff and somebody who waits write to each other. */
export class Messages {
  readonly #db: Db;
  readonly #changes: Changes;
  readonly #now: () => number;

  constructor(db: Db, changes: Changes, now: () => number) {
    this.#db = db;
    this.#changes = changes;
    this.#now = now;
  }

  /** Throws AppError `consultation_ended`. */
  async fromDesk({ practiceId, staffId }: AtDesk, consultationId: string, content: Content): Promise<void> {
    const at = this.#now();
    const changed = await inOwnConsultation(this.#db, practiceId, consultationId, async (tx, consultation) => {
      if (isOver(consultation, at)) throw new AppError('consultation_ended');
      await insert(tx, { consultationId, at, staffId, ...content });
      const actor = { kind: 'staff', id: staffId } as const;
      await record(tx, { at, action: 'message_sent', actor, practiceId, consultationId });
      return consultation;
    });
    this.#changes.tell(changed);
  }

  /** Throws AppError `forbidden` where the practice does not want replies, and `wrong_state` in a call. */
  async fromVisitor(visitId: string, consultationId: string, text: string): Promise<void> {
    const at = this.#now();
    const changed = await inConsultation(this.#db, consultationId, async (tx, consultation) => {
      const { practiceId } = consultation;
      const [visit] = await tx.select().from(visits).where(eq(visits.id, visitId));
      if (visit === undefined || !isLive(visit.state) || mayHaveMedia(visit.state)) throw new AppError('wrong_state');
      if (!(await practiceOf(tx, practiceId)).repliesAllowed) throw new AppError('forbidden');
      await insert(tx, { consultationId, at, visitId, text });
      await record(tx, { at, action: 'message_sent', actor: actorOf(visit), practiceId, consultationId, visitId });
      return consultation;
    });
    this.#changes.tell(changed);
  }
}

async function insert(tx: Db, message: typeof messages.$inferInsert): Promise<void> {
  const sent = await tx.$count(messages, eq(messages.consultationId, message.consultationId));
  if (sent >= most) throw new AppError('too_many_requests', { retryAfter: 3600 });
  await tx.insert(messages).values(message);
}

/** The last messages of each of these consultations, oldest first. */
export async function loadMessages(
  db: Db,
  consultations: readonly Pick<Consultation, 'id'>[],
): Promise<(consultationId: string) => MessageView[]> {
  if (consultations.length === 0) return () => [];
  const ids = consultations.map(({ id }) => id);
  const rows = await db
    .select({ message: messages, by: staff.name })
    .from(messages)
    .leftJoin(staff, eq(staff.id, messages.staffId))
    .where(inArray(messages.consultationId, ids))
    .orderBy(desc(messages.at), desc(messages.id));
  const byConsultation = Map.groupBy(rows, ({ message }) => message.consultationId);
  return (consultationId) =>
    (byConsultation.get(consultationId) ?? [])
      .slice(0, mostShown)
      .toReversed()
      .map(({ message: { id, at, visitId, template, text }, by }) => ({
        id,
        at,
        from: visitId === null ? 'practice' : 'patient',
        by,
        template,
        text,
      }));
}
