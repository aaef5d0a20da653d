import { randomInt } from 'node:crypto';
import { isOpenAt, type OpeningHours } from '@front-door/shared/domain/opening-hours.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { record, type Actor } from '../audit/trail.ts';
import { practiceOf } from '../consultations/lock.ts';
import type { Consultations } from '../consultations/consultations.ts';
import { linksTogether, type LinkFound } from '../consultations/links-together.ts';
import type { Db } from '../db/client.ts';
import { clinics } from '../db/schema.ts';
import { Together } from '../db/together.ts';
import { AppError } from '../errors.ts';
import { hashSecret } from '../identity/secrets.ts';
import { take } from '../limits/take.ts';
import type { Changes } from '../waiting-room/changes.ts';
import { linkRefusal } from '../waiting-room/entry.ts';
import { isOpenClinicOf } from './own-clinic.ts';

/** New callers of one clinic: one a second is more than any waiting area could see to. */
const mostCallersPerMinute = 60;

export type Clinic = typeof clinics.$inferSelect;

/** What staff decide about a clinic. */
interface ClinicTexts {
  name: string;
  hours: OpeningHours | null;
  welcome: string | null;
}

interface Deps {
  db: Db;
  consultations: Consultations;
  changes: Changes;
  now: () => number;
}

/** The practice's clinics, and who comes to them by their own links. */
export class Clinics {
  readonly #deps: Deps;
  readonly #callers = new RateLimiterMemory({ points: mostCallersPerMinute, duration: 60 });
  readonly #links: Together<LinkFound>;
  readonly #codes: Together<Clinic>;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#links = linksTogether(deps.db);
    this.#codes = new Together(async (codes) => {
      const found = await deps.db
        .select()
        .from(clinics)
        .where(and(inArray(clinics.code, codes), isNull(clinics.closedAt)));
      return found.map((clinic) => [clinic.code, clinic]);
    });
  }

  list(practiceId: string): Promise<Clinic[]> {
    return loadClinics(this.#deps.db, practiceId);
  }

  /** Throws AppError `not_found`, also for one that is closed for good. */
  async get(practiceId: string, clinicId: string): Promise<Clinic> {
    const [clinic] = await this.#deps.db
      .select()
      .from(clinics)
      .where(and(eq(clinics.id, clinicId), isOpenClinicOf(practiceId)));
    if (clinic === undefined) throw new AppError('not_found');
    return clinic;
  }

  async create(practiceId: string, texts: ClinicTexts, actor: Actor): Promise<Clinic> {
    const createdAt = this.#deps.now();
    const clinic = await this.#deps.db.transaction(async (tx) => {
      const [made] = await tx
        .insert(clinics)
        .values({ practiceId, ...texts, code: newCode(), createdAt })
        .returning();
      await record(tx, { at: createdAt, action: 'clinic_made', actor, practiceId });
      return made!;
    });
    this.#deps.changes.emit('clinic_changed', { practiceId, clinicId: clinic.id });
    return clinic;
  }

  /** Throws AppError `not_found`. */
  change(practiceId: string, clinicId: string, texts: ClinicTexts, actor: Actor): Promise<void> {
    return this.#set(practiceId, clinicId, texts, 'clinic_changed', actor);
  }

  /** Nobody new comes to it any more. Throws AppError `not_found`. */
  close(practiceId: string, clinicId: string, actor: Actor): Promise<void> {
    return this.#set(practiceId, clinicId, { closedAt: this.#deps.now() }, 'clinic_closed', actor);
  }

  /** By how many minutes it runs late; null for on time. Throws AppError `not_found`. */
  runLate(practiceId: string, clinicId: string, minutes: number | null, actor: Actor): Promise<void> {
    const late = { lateMinutes: minutes, lateSince: minutes === null ? null : this.#deps.now() };
    return this.#set(practiceId, clinicId, late, minutes === null ? 'clinic_on_time' : 'clinic_late', actor);
  }

  /**
   * Somebody opened the clinic's own link: the secret of a private consultation, the one from before as long as that
   * opens anything; or when the clinic is open at other times. Throws AppError `link_unknown` or `too_many_requests`.
   */
  async arrive(code: string, known?: string) {
    const { db, consultations: all, now } = this.#deps;
    const clinic = await this.#codes.find(code);
    if (clinic === undefined) throw new AppError('link_unknown');
    if (known !== undefined && (await this.#opens(known, clinic))) return { open: true, secret: known } as const;
    const practice = await practiceOf(db, clinic.practiceId);
    if (clinic.hours === null || isOpenAt(clinic.hours, now(), practice.timeZone)) {
      await take(this.#callers, clinic.id);
      return { open: true, secret: await all.createForCaller(clinic.practiceId, clinic.id) } as const;
    }
    const { name, phone } = practice;
    return { open: false, clinicName: clinic.name, practice: { name, phone }, hours: clinic.hours } as const;
  }

  async #opens(secret: string, clinic: Clinic): Promise<boolean> {
    const found = await this.#links.find(hashSecret(secret));
    if (found?.consultation.practiceId !== clinic.practiceId) return false;
    return linkRefusal(found.link, found.consultation, this.#deps.now()) === null;
  }

  async #set(practiceId: string, clinicId: string, what: Partial<Clinic>, action: string, actor: Actor): Promise<void> {
    await this.#deps.db.transaction(async (tx) => {
      const own = and(eq(clinics.id, clinicId), isOpenClinicOf(practiceId));
      const changed = await tx.update(clinics).set(what).where(own).returning({ id: clinics.id });
      if (changed.length === 0) throw new AppError('not_found');
      await record(tx, { at: this.#deps.now(), action, actor, practiceId });
    });
    this.#deps.changes.emit('clinic_changed', { practiceId, clinicId });
  }
}

/** The practice's clinics that are not closed for good, by name. */
export const loadClinics = (db: Db, practiceId: string): Promise<Clinic[]> =>
  db.select().from(clinics).where(isOpenClinicOf(practiceId)).orderBy(asc(clinics.name), asc(clinics.id));

/** Without letters that are easily taken for others. It opens nobody's visit, so it need not be as long as a secret. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const newCode = (): string => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
