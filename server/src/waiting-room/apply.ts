import {
  arrive,
  isLive,
  mayHaveMedia,
  transition,
  type VisitEffect,
  type VisitEvent,
  type VisitState,
} from '@front-door/shared/domain/visit.ts';
import type { VisitRole } from '@front-door/shared/domain/roles.ts';
import { eq } from 'drizzle-orm';
import { record, type Actor } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';

export type Visit = typeof visits.$inferSelect;

/** A visit after a change, and what is left to do outside the database once it is committed. */
export interface Applied {
  visit: Visit;
  mediaClosed: boolean;
  accessRevoked: boolean;
}

/** Brings a visit to its next state, with its lines of the trail. Throws AppError when the rules refuse the event. */
export async function applyEvent(
  tx: Db,
  practiceId: string,
  visit: Visit,
  event: VisitEvent,
  actor: Actor,
  reason?: string,
): Promise<Applied> {
  const next = transition(visit.state, event, visit.role);
  if (!next.ok) throw new AppError(next.code);
  const accessRevoked = next.effects.some((effect) => effect.type === 'revoke_access');
  const after = { ...visit, state: next.state, resumeHash: accessRevoked ? null : visit.resumeHash };
  if (next.state !== visit.state) {
    await tx.update(visits).set({ state: after.state, resumeHash: after.resumeHash }).where(eq(visits.id, visit.id));
  }
  await recordFacts(tx, practiceId, after, next.effects, event.at, actor, reason);
  return { visit: after, mediaClosed: next.effects.some((effect) => effect.type === 'close_media'), accessRevoked };
}

/** The first line of a visit. */
export async function insertVisit(
  tx: Db,
  practiceId: string,
  who: {
    consultationId: string;
    role: VisitRole;
    linkId: string | null;
    staffId: string | null;
    clinicianName: string;
  },
  at: number,
): Promise<Visit> {
  const { clinicianName, ...row } = who;
  const first = arrive(row.role, at, clinicianName);
  const [visit] = await tx
    .insert(visits)
    .values({ ...row, state: first.state, arrivedAt: at })
    .returning();
  await recordFacts(tx, practiceId, visit!, first.effects, at, actorOf(visit!));
  return visit!;
}

/** A person as somebody who does something. */
export const actorOf = (visit: Visit): Actor =>
  visit.staffId === null ? { kind: 'visit', id: visit.id, linkId: visit.linkId } : { kind: 'staff', id: visit.staffId };

export const isConnected = (state: VisitState): boolean => isLive(state) && state.droppedAt === null;

/** Whether another device with the link has to ask first: somebody is there, and does not want to give way. */
export const isHeld = ({ state, givesWay }: Visit): boolean => isConnected(state) && (!givesWay || mayHaveMedia(state));

async function recordFacts(
  tx: Db,
  practiceId: string,
  visit: Visit,
  effects: VisitEffect[],
  at: number,
  actor: Actor,
  reason?: string,
): Promise<void> {
  const { id: visitId, consultationId, linkId } = visit;
  const facts = effects.flatMap((effect) => (effect.type === 'record' ? [effect.fact] : []));
  await record(
    tx,
    ...facts.map((action) => ({
      at,
      action,
      actor,
      practiceId,
      consultationId,
      visitId,
      linkId,
      reason: reason ?? null,
    })),
  );
}
