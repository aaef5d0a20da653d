import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Clinics } from '../clinics/clinics.ts';
import { Consultations } from '../consultations/consultations.ts';
import type { Database } from '../db/client.ts';
import { staff } from '../db/schema.ts';
import { Changes } from '../waiting-room/changes.ts';
import { makePractice, system } from './front-door.ts';

/** What each clinic of the region has had before: of ten appointments nobody came to one. */
const before = 500;

export interface Appointment {
  practiceId: string;
  consultationId: string;
  patientSecret: string;
  clinicianSecret: string;
}

/** One huge practice and many usual ones, each with a clinic and a past, in a database that a server is to run on. */
export class Region {
  readonly #database: Database;
  readonly #consultations: Consultations;
  readonly #clinics: Clinics;
  /** The huge one first. */
  /** When the next ones are due; each time they are made a minute later. */
  #due = Date.now() + 30 * 60_000;
  readonly #places: Array<{ practiceId: string; clinicId: string }> = [];

  private constructor(database: Database) {
    const { db } = database;
    const changes = new Changes();
    this.#database = database;
    this.#consultations = new Consultations(db, changes, Date.now);
    this.#clinics = new Clinics({ db, consultations: this.#consultations, changes, now: Date.now });
  }

  static async make(database: Database, practices: number): Promise<Region> {
    const region = new Region(database);
    for (let count = 0; count < practices; count += 1) await region.#addPractice();
    await database.db.execute(sql`
      with past as (
        insert into consultations (practice_id, clinic_id, expected_at, created_at, valid_until, call_started_at, ended_at)
        select practice_id, clinics.id, t, t, t + interval '12 hours', ended - interval '9 minutes', ended
        from clinics, generate_series(1, ${before}) n,
          lateral (select now() - interval '1 day' - n * interval '3 hours' as t) began,
          lateral (select case when n % 10 > 0 then t + interval '10 minutes' end as ended) done
        returning id, created_at)
      insert into visits (consultation_id, role, state, arrived_at)
        select id, 'patient', '{"phase": "ended"}', created_at from past`);
    return region;
  }

  /** The huge practice. */
  get huge(): string {
    return this.#places[0]!.practiceId;
  }

  /** Appointments within the next hours: in the huge practice's clinic, or spread over those of the others. */
  appointments(size: number, where: 'in one' | 'spread'): Promise<Appointment[]> {
    const [huge, ...others] = this.#places;
    const places = where === 'in one' ? [huge!] : others;
    this.#due += 60_000;
    const due = this.#due;
    return this.#make(
      Array.from({ length: size }, (_, index) => ({ ...places[index % places.length]!, expectedAt: due })),
    );
  }

  /** Consultations without a clinic or a time in the huge practice, as for a call that begins at once. */
  calls(size: number): Promise<Appointment[]> {
    const { practiceId } = this.#places[0]!;
    return this.#make(Array.from({ length: size }, () => ({ practiceId })));
  }

  /** An account that may watch the huge practice. */
  async hireAdmin(): Promise<{ staffId: string; practiceId: string }> {
    const { practiceId } = this.#places[0]!;
    const account = {
      practiceId,
      roles: ['admin' as const, 'receptionist' as const],
      name: 'Jo Okafor',
      passwordHash: '',
      createdAt: Date.now(),
    };
    const [member] = await this.#database.db
      .insert(staff)
      .values({ ...account, email: `${randomUUID()}@willowbrook.example` })
      .returning({ id: staff.id });
    return { staffId: member!.id, practiceId };
  }

  async #addPractice(): Promise<void> {
    const practiceId = await makePractice(this.#database, 'Elm Tree Surgery', Date.now());
    const { id } = await this.#clinics.create(practiceId, { name: 'Clinic', hours: null, welcome: null }, system);
    this.#places.push({ practiceId, clinicId: id });
  }

  async #make(wanted: Array<{ practiceId: string; clinicId?: string; expectedAt?: number }>): Promise<Appointment[]> {
    const nobody = { clinicianId: null, clinicianName: 'Dr Asha Patel', validFrom: Date.now(), actor: system };
    const made = await this.#consultations.createAll(wanted.map((one) => ({ ...nobody, ...one })));
    return made.map(({ id: consultationId, patientSecret, clinicianSecret }, index) => {
      const { practiceId } = wanted[index]!;
      return { practiceId, consultationId, patientSecret, clinicianSecret };
    });
  }
}
