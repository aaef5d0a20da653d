import { asc, desc, eq } from 'drizzle-orm';
import { Clinics } from '../clinics/clinics.ts';
import { Consultations } from '../consultations/consultations.ts';
import type { Database } from '../db/client.ts';
import { consultations, practices, staff, trail, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { newSecret } from '../identity/secrets.ts';
import { Arrivals } from '../waiting-room/arrivals.ts';
import { Changes, type Change } from '../waiting-room/changes.ts';
import { Entry } from '../waiting-room/entry.ts';
import { Messages } from '../waiting-room/messages.ts';
import { Visits } from '../waiting-room/visits.ts';

export const system = { kind: 'system' } as const;

/** The clock of a test, ms since the epoch; it stands still until it is moved. */
export interface Clock {
  now: number;
}

/** The features behind the sockets, on a database of either kind and a clock of the test's own. */
export class FrontDoor {
  readonly db;
  readonly practiceId: string;
  readonly clock: Clock;
  readonly consultations;
  readonly entry;
  readonly arrivals;
  readonly visits;
  readonly messages;
  readonly clinics;
  readonly changes;
  /** Everything that was announced to the floors above. */
  readonly announced: Change[] = [];
  readonly #database: Database;

  private constructor(database: Database, practiceId: string, clock: Clock) {
    const now = () => clock.now;
    const changes = new Changes();
    changes.on('change', (change) => this.announced.push(change));
    this.#database = database;
    this.db = database.db;
    this.practiceId = practiceId;
    this.clock = clock;
    this.consultations = new Consultations(database.db, changes, now);
    this.entry = new Entry(database.db, now);
    this.arrivals = new Arrivals(database.db, changes, now);
    this.visits = new Visits(database.db, changes, now);
    this.messages = new Messages(database.db, changes, now);
    this.clinics = new Clinics({ db: database.db, consultations: this.consultations, changes, now });
    this.changes = changes;
  }

  static async open(database: Database): Promise<FrontDoor> {
    const clock = { now: 1_700_000_000_000 };
    return new FrontDoor(database, await makePractice(database, 'Willowbrook Surgery', clock.now), clock);
  }

  /** What a server finds that starts on the database of one that died. */
  async restart(): Promise<FrontDoor> {
    const again = new FrontDoor(this.#database, this.practiceId, this.clock);
    await again.visits.dropEverybody();
    return again;
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  consultation(validity: { validFrom?: number; validUntil?: number } = {}) {
    const clinicianName = 'Dr Asha Patel';
    const { practiceId } = this;
    return this.consultations.create({ practiceId, clinicianId: null, clinicianName, actor: system, ...validity });
  }

  /** By a link through the door, and in. */
  async arrive(secret: string, enterAs?: 'this_device' | 'guest') {
    const { grant } = await this.entry.byLink(secret, enterAs);
    return this.arrivals.enter(grant);
  }

  async comeBack(resumeSecret: string, signedInAs?: string) {
    const { grant } = await this.entry.byResume(resumeSecret, signedInAs);
    return this.arrivals.enter(grant);
  }

  /** A clinician, and a patient who waits. */
  async waiting() {
    const links = await this.consultation();
    const clinician = await this.arrive(links.clinicianSecret);
    const patient = await this.arrive(links.patientSecret);
    await this.visits.checkIn(patient.visit.id, 'Ann Example');
    return { links, clinician, patient };
  }

  /** The same, both in the call. */
  async inCall() {
    const parts = await this.waiting();
    const { clinician, patient } = parts;
    await this.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example');
    await this.visits.join(clinician.visit.id);
    await this.visits.join(patient.visit.id);
    return parts;
  }

  async phaseOf(visitId: string) {
    return (await this.visits.get(visitId)).state.phase;
  }

  visitsOf(consultationId: string) {
    return this.db
      .select()
      .from(visits)
      .where(eq(visits.consultationId, consultationId))
      .orderBy(asc(visits.arrivedAt), asc(visits.id));
  }

  async consultationOf(id: string) {
    const [consultation] = await this.db.select().from(consultations).where(eq(consultations.id, id));
    return consultation!;
  }

  trailOf(consultationId: string) {
    return this.db.select().from(trail).where(eq(trail.consultationId, consultationId)).orderBy(asc(trail.number));
  }

  /** The last line of the whole trail. */
  async newestLine() {
    const [newest] = await this.db.select().from(trail).orderBy(desc(trail.number)).limit(1);
    return newest;
  }

  async hireClinician(name: string) {
    const { practiceId, db, clock } = this;
    const account = { practiceId, name, email: `${newSecret()}@willowbrook.example`, passwordHash: '' };
    const roles = ['clinician' as const];
    const [member] = await db
      .insert(staff)
      .values({ ...account, roles, createdAt: clock.now })
      .returning();
    return member!;
  }

  async shutAccount(staffId: string): Promise<void> {
    await this.db.update(staff).set({ disabledAt: this.clock.now }).where(eq(staff.id, staffId));
  }
}

export async function makePractice({ db }: Pick<Database, 'db'>, name: string, now: number): Promise<string> {
  const agreement = 'I agree to talk by video.';
  const [practice] = await db.insert(practices).values({ name, agreement, createdAt: now }).returning();
  return practice!.id;
}

/** `accepted`, or the code of the refusal. Anything that went wrong inside goes on going wrong. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
