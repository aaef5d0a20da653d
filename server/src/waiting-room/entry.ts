import type { VisitRole } from '@front-door/shared/domain/roles.ts';
import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { VisitGrant } from '@front-door/shared/protocol/tokens.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { Refusals } from '../audit/refusals.ts';
import type { TrailEntry } from '../audit/trail.ts';
import { linksTogether, type LinkFound } from '../consultations/links-together.ts';
import { isOver, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { Together } from '../db/together.ts';
import { consultations, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { hashSecret } from '../identity/secrets.ts';
import { isHeld, type Visit } from './apply.ts';

export interface Granted {
  grant: VisitGrant;
  role: VisitRole;
}

/** Of somebody who comes back: how the visit stood. */
export interface GrantedAgain extends Granted {
  visit: Visit;
}

/**
 * The front door: who holds a good link, resume secret or account is granted a room token. Whoever is refused leaves
 * a line in the trail.
 */
export class Entry {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #refusals: Refusals;
  readonly #links: Together<LinkFound>;
  readonly #devices: Together<{ visit: Visit; consultation: Consultation }>;

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
    this.#refusals = new Refusals(db);
    this.#links = linksTogether(db);
    this.#devices = new Together(async (hashes) => {
      const found = await db
        .select({ visit: visits, consultation: consultations })
        .from(visits)
        .innerJoin(consultations, eq(consultations.id, visits.consultationId))
        .where(inArray(visits.resumeHash, hashes));
      return found.map((row) => [row.visit.resumeHash!, row]);
    });
  }

  async byLink(secret: string, enterAs?: 'this_device' | 'guest'): Promise<Granted> {
    const found = await this.#links.find(hashSecret(secret));
    if (found === undefined) return this.#refuse('link_unknown', {});
    const { link, consultation } = found;
    const refused = linkRefusal(link, consultation, this.#now());
    if (refused !== null) return this.#refuse(refused, { ...about(consultation), linkId: link.id });

    const { id: linkId, role, consultationId } = link;
    const grant = { by: 'link', linkId, consultationId, role, ...(enterAs && { enterAs }) } as const;
    if (role === 'clinician') return { grant, role };
    if (enterAs === 'guest') return { grant, role: 'guest' };
    const patient = await findPatient(this.#db, consultationId);
    if (enterAs === undefined && patient !== undefined && isHeld(patient)) {
      // Not a refusal for the trail: the page asks the person and comes again.
      throw new AppError('link_in_use');
    }
    return { grant, role };
  }

  /** A clinician who signed in comes back only as that account, `signedInAs`: browsers are shared. */
  async byResume(resumeSecret: string, signedInAs: string | null = null): Promise<GrantedAgain> {
    const device = hashSecret(resumeSecret);
    const found = await this.#devices.find(device);
    if (found === undefined) return this.#refuse('resume_invalid', {});
    const { visit, consultation } = found;
    if (visit.staffId !== null && visit.staffId !== signedInAs) {
      return this.#refuse('resume_invalid', { ...about(consultation), visitId: visit.id });
    }
    if (isOver(consultation, this.#now())) {
      return this.#refuse('consultation_ended', { ...about(consultation), visitId: visit.id, linkId: visit.linkId });
    }
    const grant = { by: 'resume', visitId: visit.id, consultationId: consultation.id, device } as const;
    return { grant, role: visit.role, visit };
  }

  async byStaff(member: { id: string; practiceId: string }, consultationId: string): Promise<Granted> {
    const [consultation] = await this.#db
      .select()
      .from(consultations)
      .where(and(eq(consultations.id, consultationId), eq(consultations.practiceId, member.practiceId)));
    if (consultation === undefined) throw new AppError('not_found');
    if (isOver(consultation, this.#now())) throw new AppError('consultation_ended');
    return { grant: { by: 'staff', staffId: member.id, consultationId }, role: 'clinician' };
  }

  async #refuse(code: ErrorCode, about: Partial<TrailEntry>): Promise<never> {
    const { linkId } = about;
    const actor = { kind: 'stranger', ...(linkId && { linkId }) } as const;
    await this.#refusals.record({ at: this.#now(), action: 'refused', actor, reason: code, ...about });
    throw new AppError(code);
  }
}

const about = ({ id, practiceId }: Consultation) => ({ consultationId: id, practiceId });

/** Why a link does not open its consultation at this moment; null when it does. */
export function linkRefusal(
  link: { validFrom: number; validUntil: number; revokedAt: number | null },
  consultation: Consultation,
  now: number,
): ErrorCode | null {
  if (consultation.endedAt !== null) return 'consultation_ended';
  if (link.revokedAt !== null) return 'link_revoked';
  if (now < link.validFrom) return 'link_not_yet_valid';
  if (now >= link.validUntil || isOver(consultation, now)) return 'link_expired';
  return null;
}

/** The consultation's patient, unless there was none yet or the last one was removed. */
export async function findPatient(db: Db, consultationId: string): Promise<Visit | undefined> {
  const [patient] = await db
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.consultationId, consultationId),
        eq(visits.role, 'patient'),
        sql`${visits.state} ->> 'phase' <> 'removed'`,
      ),
    );
  return patient;
}
