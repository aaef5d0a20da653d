import type { Db } from '../db/client.ts';
import { trail } from '../db/schema.ts';

/** Who did something. A stranger is somebody whose link, token or key was not good. */
export type Actor =
  | { kind: 'visit'; id: string; linkId: string | null }
  | { kind: 'staff'; id: string }
  | { kind: 'api_key'; id: string }
  | { kind: 'system' }
  | { kind: 'stranger'; linkId?: string };

export interface TrailEntry {
  at: number;
  /** A fact in the past tense: `arrived`, `admitted`, `refused`... */
  action: string;
  actor: Actor;
  practiceId?: string | null;
  consultationId?: string | null;
  /** Whose visit it is about, which need not be the actor's. */
  visitId?: string | null;
  linkId?: string | null;
  /** Why, as an error code or a short text; nothing about a patient. */
  reason?: string | null;
}

/** Adds to the trail. Give it the transaction that changes the state, so that both happen or neither. */
export async function record(db: Db, ...entries: TrailEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.insert(trail).values(
    entries.map((entry) => ({
      at: entry.at,
      action: entry.action,
      practiceId: entry.practiceId ?? null,
      consultationId: entry.consultationId ?? null,
      visitId: entry.visitId ?? null,
      linkId: entry.linkId ?? ('linkId' in entry.actor ? (entry.actor.linkId ?? null) : null),
      actorKind: entry.actor.kind,
      actorId: 'id' in entry.actor ? entry.actor.id : null,
      reason: entry.reason ?? null,
    })),
  );
}
