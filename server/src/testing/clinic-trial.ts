import fc from 'fast-check';
import { hashSecret } from '../identity/secrets.ts';
import type { Arrival } from '../waiting-room/arrivals.ts';
import { loadPlaces } from '../waiting-room/queue.ts';
import { transfer } from '../waiting-room/transfer.ts';
import { loadListedRooms } from '../waiting-room/view.ts';
import { outcome, system, type FrontDoor } from './front-door.ts';

const nth = fc.nat({ max: 8 });
const minutes = 60_000;
const to = <W extends string>(what: W) => fc.record({ what: fc.constant(what), who: nth });

/** Something that happens around two clinics; numbers choose among the patients there were. */
export const anyClinicDeed = fc.oneof(
  { weight: 2, arbitrary: fc.record({ what: fc.constant('call' as const), clinic: fc.nat({ max: 1 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('have an appointment' as const),
      inMinutes: fc.integer({ min: 1, max: 59 }),
    }),
  },
  { weight: 4, arbitrary: to('check in' as const) },
  { weight: 4, arbitrary: to('drop' as const) },
  { weight: 4, arbitrary: to('come back' as const) },
  { weight: 2, arbitrary: to('come on another device' as const) },
  { weight: 4, arbitrary: to('be admitted by two at once' as const) },
  { weight: 2, arbitrary: to('be held' as const) },
  { weight: 2, arbitrary: to('be brought back' as const) },
  { weight: 2, arbitrary: to('be sent back' as const) },
  { weight: 2, arbitrary: to('be transferred' as const) },
  { weight: 1, arbitrary: to('be done' as const) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('time passes' as const), minutes: fc.nat({ max: 25 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('the server restarts' as const) }) },
);
type Deed = typeof anyClinicDeed extends fc.Arbitrary<infer D> ? D : never;

/** What should be true of a patient, kept without the product's own rules. */
interface Patient {
  visitId: string;
  consultationId: string;
  secret: string;
  resumeSecret: string;
  connectionId: string;
  clinic: number;
  expectedAt: number | null;
  is: 'arrived' | 'waiting' | 'seen' | 'held' | 'done';
  placeSince: number;
  droppedAt: number | null;
}

type Clinic = { id: string; code: string };
type Clinician = { id: string; practiceId: string };

/** How long a place is kept, as practices have it unless they choose, ms. */
const kept = 10 * minutes;
const name = 'Ann Example';

/** Two clinics of a practice with their patients twice: really, and as they should be. */
export class ClinicTrial {
  readonly #patients: Patient[] = [];
  readonly #clinics: Clinic[];
  readonly #clinicians: Clinician[];
  /** How often more or fewer than one of two was let in by admitting at once. */
  doubleAdmissions = 0;
  #door: FrontDoor;

  private constructor(door: FrontDoor, clinics: Clinic[], clinicians: Clinician[]) {
    this.#door = door;
    this.#clinics = clinics;
    this.#clinicians = clinicians;
  }

  static async begin(door: FrontDoor): Promise<ClinicTrial> {
    const texts = (title: string) => ({ name: title, hours: null, welcome: null });
    const clinics: Clinic[] = [];
    for (const title of ['Morning', 'Evening']) {
      clinics.push(await door.clinics.create(door.practiceId, texts(title), system));
    }
    const clinicians = [await door.hireClinician('Dr Asha Patel'), await door.hireClinician('Dr Jo Okafor')];
    return new ClinicTrial(door, clinics, clinicians);
  }

  async do(deed: Deed): Promise<void> {
    this.#door.clock.now += 1_000;
    switch (deed.what) {
      case 'call':
        return this.#call(deed.clinic);
      case 'have an appointment':
        return this.#haveAppointment(deed.inMinutes);
      case 'time passes':
        this.#door.clock.now += deed.minutes * minutes;
        return;
      case 'the server restarts':
        this.#door = await this.#door.restart();
        for (const patient of this.#patients) if (patient.is !== 'done') patient.droppedAt ??= this.#door.clock.now;
        return;
      default: {
        const patient = this.#patients[deed.who % Math.max(this.#patients.length, 1)];
        if (patient !== undefined && patient.is !== 'done') await this.#doTo(patient, deed.what);
      }
    }
  }

  /** Each clinic's queue, by visit: as patients are told it, and as it should be. */
  async queues(): Promise<Array<{ really: string[]; should: string[] }>> {
    const { db, clock } = this.#door;
    const each = this.#clinics.map(async ({ id }, clinic) => {
      const places = await loadPlaces(db, id, clock.now);
      const really = [...places].toSorted(([, a], [, b]) => a.place! - b.place!).map(([visitId]) => visitId);
      const inQueue = this.#patients.filter((one) => one.clinic === clinic && this.#hasPlace(one));
      const should = inQueue
        .toSorted((a, b) => turn(a) - turn(b) || (a.visitId < b.visitId ? -1 : 1))
        .map(({ visitId }) => visitId);
      return { really, should };
    });
    return Promise.all(each);
  }

  /** Where each patient who is not done is, in the list that staff see and as it should be. */
  async list(): Promise<{ really: Record<string, unknown>; should: Record<string, unknown> }> {
    const rooms = await loadListedRooms(this.#door.db, this.#door.practiceId, this.#door.clock.now);
    const open = rooms.filter(({ consultation }) => consultation.endedAt === null);
    const phases = { arrived: 'arrived', waiting: 'waiting', seen: 'admitted', held: 'held', done: 'ended' };
    return {
      really: Object.fromEntries(
        open.flatMap(({ clinic, visits }) =>
          visits
            .filter(({ role }) => role === 'patient')
            .map(({ id, state }) => [id, [clinic?.id, state.phase, 'droppedAt' in state && state.droppedAt]]),
        ),
      ),
      should: Object.fromEntries(
        this.#patients
          .filter(({ is }) => is !== 'done')
          .map(({ visitId, clinic, is, droppedAt }) => [visitId, [this.#clinics[clinic]!.id, phases[is], droppedAt]]),
      ),
    };
  }

  #hasPlace({ is, droppedAt }: Patient): boolean {
    const { now } = this.#door.clock;
    return (is === 'arrived' || is === 'waiting') && (droppedAt === null || now - droppedAt <= kept);
  }

  async #call(clinic: number): Promise<void> {
    const arrival = await this.#door.clinics.arrive(this.#clinics[clinic]!.code);
    if (!arrival.open) throw new Error('a clinic without hours is open');
    await this.#begin(arrival.secret, clinic, null);
  }

  async #haveAppointment(inMinutes: number): Promise<void> {
    const { practiceId, clock, consultations } = this.#door;
    const expectedAt = clock.now + inMinutes * minutes;
    const about = { practiceId, clinicianId: null, clinicianName: null, actor: system };
    const made = await consultations.create({ ...about, clinicId: this.#clinics[0]!.id, expectedAt });
    await this.#begin(made.patientSecret, 0, expectedAt);
  }

  async #begin(secret: string, clinic: number, expectedAt: number | null): Promise<void> {
    const arrival = await this.#door.arrive(secret);
    this.#patients.push({
      ...deviceOf(arrival),
      secret,
      visitId: arrival.visit.id,
      consultationId: arrival.visit.consultationId,
      clinic,
      expectedAt,
      is: 'arrived',
      placeSince: this.#door.clock.now,
      droppedAt: null,
    });
  }

  async #doTo(patient: Patient, what: Extract<Deed, { who: number }>['what']): Promise<void> {
    const { visits, practiceId, consultations, clock, db, changes } = this.#door;
    const { visitId, consultationId } = patient;
    switch (what) {
      case 'check in':
        if ((await outcome(visits.checkIn(visitId, name))) === 'accepted') patient.is = 'waiting';
        return;
      case 'drop':
        await visits.drop(visitId, patient.connectionId);
        patient.droppedAt ??= clock.now;
        return;
      case 'come back': {
        const arrival = await this.#door.comeBack(patient.resumeSecret);
        this.#isBack(patient, arrival);
        return;
      }
      case 'come on another device': {
        const arrival = await this.#door.arrive(patient.secret, 'this_device');
        this.#isBack(patient, arrival);
        if (patient.is === 'seen' || patient.is === 'held') patient.is = 'waiting';
        return;
      }
      case 'be admitted by two at once': {
        const tries = this.#clinicians.map(async (member) => {
          const clinician = await this.#enter(member, consultationId);
          return outcome(visits.admit(clinician, visitId, name));
        });
        const admitted = (await Promise.all(tries)).filter((result) => result === 'accepted').length;
        const should = patient.is === 'waiting' && patient.droppedAt === null ? 1 : 0;
        if (admitted !== should) this.doubleAdmissions += 1;
        if (should === 1) patient.is = 'seen';
        return;
      }
      case 'be held': {
        const result = await outcome(visits.hold(await this.#enter(this.#clinicians[0]!, consultationId), visitId));
        if (result === 'accepted') patient.is = 'held';
        return;
      }
      case 'be brought back': {
        const result = await outcome(
          visits.bringBack(await this.#enter(this.#clinicians[0]!, consultationId), visitId),
        );
        if (result === 'accepted') patient.is = 'seen';
        return;
      }
      case 'be sent back': {
        const clinician = await this.#enter(this.#clinicians[0]!, consultationId);
        if ((await outcome(visits.returnToWaiting(clinician, visitId))) === 'accepted') patient.is = 'waiting';
        return;
      }
      case 'be transferred': {
        const clinic = 1 - patient.clinic;
        const target = { clinicId: this.#clinics[clinic]!.id, clinicianId: null };
        const desk = { practiceId, staffId: this.#clinicians[0]!.id };
        await transfer({ db, changes, at: clock.now }, desk, consultationId, target);
        patient.clinic = clinic;
        if (patient.is === 'seen' || patient.is === 'held') patient.is = 'waiting';
        return;
      }
      case 'be done':
        await consultations.end(practiceId, consultationId, system);
        patient.is = 'done';
    }
  }

  async #enter(member: Clinician, consultationId: string): Promise<string> {
    const { grant } = await this.#door.entry.byStaff(member, consultationId);
    return (await this.#door.arrivals.enter(grant)).visit.id;
  }

  #isBack(patient: Patient, arrival: Arrival): void {
    const { now } = this.#door.clock;
    const waits = patient.is === 'arrived' || patient.is === 'waiting';
    if (waits && patient.droppedAt !== null && now - patient.droppedAt > kept) patient.placeSince = now;
    const { resumeSecret, connectionId } = deviceOf(arrival);
    Object.assign(patient, { connectionId, droppedAt: null, resumeSecret: resumeSecret || patient.resumeSecret });
    if (arrival.visit.resumeHash !== hashSecret(patient.resumeSecret))
      throw new Error('another device holds the visit');
  }
}

const turn = ({ placeSince, expectedAt }: Patient) => Math.max(placeSince, expectedAt ?? 0);
const deviceOf = ({ connectionId, resumeSecret }: Arrival) => ({ connectionId, resumeSecret: resumeSecret ?? '' });
