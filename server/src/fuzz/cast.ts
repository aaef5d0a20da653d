import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import type { Caller } from '@front-door/shared/protocol/socket.ts';
import { eq } from 'drizzle-orm';
import { staff } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { hashPassword } from '../identity/passwords.ts';
import { makePractice, system } from '../testing/front-door.ts';
import { Person } from '../testing/person.ts';
import type { TestServer } from '../testing/server-on.ts';
import { hire } from '../testing/staff.ts';
import type { Connection } from './connection.ts';
import type { Marks, Scope } from './marks.ts';
import { Memory } from './memory.ts';

/** Two consultations of one practice and one of another, and who comes to them. */

interface Practice {
  id: string;
  mark: string;
  clinicId: string;
  clinicCode: string;
  key: string;
  /** One of the staff's, to sign in with. */
  account: { email: string; password: string };
  /** Secrets of one link to make an account and of one to sign in. */
  staffLinks: string[];
  staff: Record<StaffRole, Person & { id: string }>;
}

export interface Room {
  practice: Practice;
  name: string;
  mark: string;
  consultationId: string;
  secrets: { patient: string; clinician: string };
  /** The patient's links of consultations that are over, newest last. */
  past: string[];
  isOver: boolean;
}

/** Somebody's place in the play; who sits there may come, go, and come again. */
export interface Seat {
  label: string;
  scope: Scope;
  mark: string;
  address: string;
  by:
    | { link: 'patient' | 'clinician'; room: Room }
    | { account: Person; room: Room }
    | { watching: Person }
    | { checking: true };
  /** As the contract calls who sits there, before the server tells. */
  callers: readonly Caller[];
  memory: Memory;
  connection: Connection | null;
  resumeSecrets: string[];
  tokens: string[];
}

export interface Cast {
  practices: Practice[];
  rooms: Room[];
  seats: Seat[];
}

let addresses = 0;
/** Of its own for everybody, so that they share no allowance. */
export const newAddress = (): string => {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
};

export async function assemble(server: TestServer, marks: Marks): Promise<Cast> {
  const here = await openPractice(server, marks);
  const there = await openPractice(server, marks);
  const rooms = [
    await openRoom(server, marks, here, 'first'),
    await openRoom(server, marks, here, 'second'),
    await openRoom(server, marks, there, 'elsewhere'),
  ];
  const seats = rooms.flatMap((room) => [
    seat(room, 'clinician', ['clinician'], { link: 'clinician', room }),
    seat(room, 'patient', ['patient'], { link: 'patient', room }),
    seat(room, 'guest', ['guest'], { link: 'patient', room }),
  ]);
  seats.push(seat(rooms[0]!, 'colleague', ['clinician'], { account: here.staff.clinician, room: rooms[0]! }));
  for (const practice of [here, there]) {
    for (const [role, person] of Object.entries(practice.staff)) {
      const scope = { practice: practice.id, room: null };
      const watching = [`watching_${role as StaffRole}`] as const;
      seats.push({
        ...empty(practice.mark),
        label: `${role} who watches`,
        scope,
        by: { watching: person },
        callers: watching,
      });
    }
  }
  const scope = { practice: null, room: null };
  const mark = marks.create(scope);
  seats.push({ ...empty(mark), label: 'somebody who checks', scope, by: { checking: true }, callers: ['checking'] });
  return { practices: [here, there], rooms, seats };
}

const empty = (mark: string) => ({
  mark,
  address: newAddress(),
  memory: new Memory(),
  connection: null,
  resumeSecrets: [],
  tokens: [],
});

function seat(room: Room, label: string, callers: Caller[], by: Seat['by']): Seat {
  const scope = { practice: room.practice.id, room: room.name };
  return { ...empty(room.mark), label: `${label} of the ${room.name}`, scope, by, callers };
}

async function openPractice(server: TestServer, marks: Marks): Promise<Practice> {
  const { app, database } = server;
  const scope: Scope = { practice: '', room: null };
  const mark = marks.create(scope);
  const id = await makePractice(database, `Surgery ${mark}`, Date.now());
  scope.practice = id;
  const clinic = await openClinic(server, marks, { id, mark });
  const [clinician, receptionist, admin] = await Promise.all([
    hire(server, ['clinician'], id),
    hire(server, ['receptionist'], id),
    hire(server, ['admin'], id),
  ]);
  for (const known of [clinician.id, receptionist.id, admin.id]) marks.register(known, scope);
  const { key } = await app.identity.apiKeys.create(id, 'Appointment book', system);
  marks.register(key, { practice: 'nobody', room: null });
  const members = { clinician, receptionist, admin };
  const [account] = await database.db
    .update(staff)
    .set({ passwordHash: await passwordHash })
    .where(eq(staff.id, receptionist.id))
    .returning({ email: staff.email });
  const link = { practiceId: id, roles: ['receptionist' as const], validFor: 3_600_000, actor: system };
  const toMake = await app.identity.staffLinks.create({ ...link, purpose: 'make_account' });
  const toSignIn = await app.identity.staffLinks.create({ ...link, purpose: 'sign_in', staffId: receptionist.id });
  const staffLinks = [toMake.secret, toSignIn.secret];
  for (const secret of staffLinks) marks.register(secret, { practice: 'nobody', room: null });
  return {
    id,
    mark,
    clinicId: clinic.id,
    clinicCode: clinic.code,
    key,
    staffLinks,
    staff: members,
    account: { email: account!.email, password },
  };
}

const password = 'a long enough password';
const passwordHash = hashPassword(password);

async function openClinic({ app }: TestServer, marks: Marks, { id, mark }: { id: string; mark: string }) {
  const details = { name: `Clinic ${mark}`, hours: null, welcome: `Welcome ${mark}` };
  const clinic = await app.clinics.create(id, details, system);
  marks.register(clinic.id, { practice: id, room: null });
  return clinic;
}

async function openRoom(server: TestServer, marks: Marks, practice: Practice, name: string): Promise<Room> {
  const mark = marks.create({ practice: practice.id, room: name });
  const room: Room = {
    practice,
    name,
    mark,
    consultationId: '',
    secrets: { patient: '', clinician: '' },
    past: [],
    isOver: false,
  };
  await renew(server, marks, room);
  return room;
}

/** A new consultation in place of one that is over, in a new clinic where somebody has closed the other. */
export async function renew(server: TestServer, marks: Marks, room: Room): Promise<void> {
  const { practice, mark, name } = room;
  const wanted = {
    practiceId: practice.id,
    clinicianId: null,
    actor: system,
    clinicianName: `Dr ${mark}`,
    patientName: `Expected ${mark}`,
    ...(name !== 'second' && { clinicId: practice.clinicId }),
  };
  const made = await server.app.consultations.create(wanted).catch(async (error: unknown) => {
    if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    const clinic = await openClinic(server, marks, practice);
    Object.assign(practice, { clinicId: clinic.id, clinicCode: clinic.code });
    return null;
  });
  if (made === null) return renew(server, marks, room);
  const scope = { practice: practice.id, room: name };
  for (const token of [made.id, made.patientSecret, made.clinicianSecret]) marks.register(token, scope);
  room.consultationId = made.id;
  if (room.secrets.patient !== '') room.past = [...room.past.slice(-2), room.secrets.patient];
  room.secrets = { patient: made.patientSecret, clinician: made.clinicianSecret };
  room.isOver = false;
}

/** Its consultation is over, as it was told. */
export function markOver({ by }: Seat): void {
  if ('room' in by) by.room.isOver = true;
}
