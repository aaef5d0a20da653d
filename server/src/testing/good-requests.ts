import type { HttpCaller, HttpInput } from '@front-door/shared/protocol/http.ts';
import { httpRequests } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { eq } from 'drizzle-orm';
import { consultations as consultationTable, feedback, visits } from '../db/schema.ts';
import { hashSecret, newSecret } from '../identity/secrets.ts';
import { goodPassword, type HttpServer } from './http-server.ts';

export type GoodRequests = { [N in HttpRequestName]: () => Promise<HttpInput<N>> };

/** For each request of the contract, data with every field, which works once for whoever may send it. */
export function goodRequests(server: HttpServer, practiceId: string): GoodRequests {
  const { db, clock, clinics, consultations, identity } = server;
  const system = { kind: 'system' } as const;

  const consultation = () =>
    consultations.create({ practiceId, clinicianId: null, clinicianName: null, actor: system });
  const clinic = () => clinics.create(practiceId, { name: 'Morning surgery', hours: null, welcome: null }, system);
  const tomorrow = () => new Date(clock.now + 24 * 3_600_000).toISOString().slice(0, 10);
  const linkId = async () => {
    const { id } = await consultation();
    return (await consultations.addLink(practiceId, id, 'patient', system)).id;
  };
  const resumeSecret = async () => {
    const secret = newSecret();
    const { id: consultationId } = await consultation();
    const arrivedAt = clock.now;
    const state = { phase: 'arrived', arrivedAt, placeSince: arrivedAt, droppedAt: null } as const;
    await db
      .insert(visits)
      .values({ consultationId, role: 'patient', state, arrivedAt, resumeHash: hashSecret(secret) });
    return secret;
  };
  /** The patient's link of a call that is over. */
  const endedCall = async () => {
    const { id, patientSecret } = await consultation();
    await db.update(consultationTable).set({ callStartedAt: clock.now }).where(eq(consultationTable.id, id));
    await consultations.end(practiceId, id, system);
    return patientSecret;
  };
  const feedbackGiven = async () => {
    const { id: consultationId } = await consultation();
    const { id: ofLink } = await consultations.addLink(practiceId, consultationId, 'patient', system);
    const said = { practiceId, consultationId, linkId: ofLink, at: clock.now, rating: 4 };
    const [made] = await db.insert(feedback).values(said).returning();
    return made!.id;
  };
  const staffLink = async (purpose: 'make_account' | 'sign_in') => {
    const { id: staffId } = await server.hire(practiceId, ['admin']);
    const forWhom = purpose === 'sign_in' ? { staffId } : {};
    const link = { practiceId, roles: ['admin' as const], purpose, validFor: 60_000, actor: system, ...forWhom };
    return (await identity.staffLinks.create(link)).secret;
  };
  const newEmail = () => `${newSecret()}@willowbrook.example`;

  return {
    'links.exchange': async () => ({ secret: (await consultation()).patientSecret, enterAs: 'guest' }),
    'visits.resume': async () => ({ resumeSecret: await resumeSecret() }),
    'check.enter': async () => ({}),
    'session.open': async () => ({
      email: (await server.hire(practiceId, ['clinician'])).email,
      password: goodPassword,
      endOthers: true,
    }),
    'session.read': async () => ({}),
    'session.close': async () => ({}),
    'staff-links.look': async () => ({ secret: await staffLink('make_account') }),
    'staff-links.make-account': async () => ({
      secret: await staffLink('make_account'),
      name: 'Jo Okafor',
      email: newEmail(),
      password: goodPassword,
    }),
    'staff-links.sign-in': async () => ({ secret: await staffLink('sign_in') }),
    'staff-links.create': async () => ({ roles: ['receptionist'], email: newEmail() }),
    'practice.read': async () => ({}),
    'practice.update': async () => ({
      name: 'Willowbrook Surgery',
      phone: '020 7946 0018',
      agreement: 'I agree.',
      timeZone: 'Europe/London',
      showsPlace: true,
      showsWait: false,
      placeKeptMinutes: 10,
      repliesAllowed: true,
      afterText: 'We send your prescription to your pharmacy.',
      afterLink: 'https://willowbrook.example/after',
      feedbackWanted: true,
    }),
    'staff.list': async () => ({}),
    'staff.disable': async () => ({ id: (await server.hire(practiceId, ['receptionist'])).id }),
    'clinics.list': async () => ({}),
    'clinics.create': async () => ({
      name: 'Morning surgery',
      hours: [{ day: 1, from: 480, until: 1110 }],
      welcome: 'Have your medicines at hand.',
    }),
    'clinics.update': async () => ({ id: (await clinic()).id, name: 'Evening surgery', hours: null, welcome: null }),
    'clinics.close': async () => ({ id: (await clinic()).id }),
    'clinics.arrive': async () => ({ code: (await clinic()).code, known: (await consultation()).patientSecret }),
    'appointments.upload': async () => ({ id: (await clinic()).id, csv: `date,time\n${tomorrow()},09:00` }),
    'appointments.list': async () => ({
      clinicId: (await clinic()).id,
      from: clock.now,
      until: clock.now + 24 * 3_600_000,
    }),
    'appointments.cancel': async () => ({ id: (await consultation()).id }),
    'clinicians.list': async () => ({}),
    'consultations.create': async () => ({
      clinicId: (await clinic()).id,
      clinicianId: (await server.hire(practiceId, ['clinician'])).id,
      clinicianName: 'Dr Jo Okafor',
      expectedAt: clock.now + 600_000,
      patientName: 'Ann Example',
      patientPhone: '020 7946 0018',
      validFrom: clock.now,
      validUntil: clock.now + 3_600_000,
    }),
    'consultations.enter': async () => ({ id: (await consultation()).id }),
    'consultations.end': async () => ({ id: (await consultation()).id }),
    'links.create': async () => ({ id: (await consultation()).id, role: 'patient' }),
    'links.list': async () => ({ id: (await consultation()).id }),
    'links.revoke': async () => ({ id: await linkId() }),
    'invitations.send': async () => ({
      id: (await consultation()).id,
      channel: 'sms',
      to: '07700 900123',
      language: 'cy',
    }),
    'invitations.list': async () => ({ id: (await consultation()).id }),
    'watch.enter': async () => ({}),
    'goodbye.read': async () => ({ secret: await endedCall() }),
    'feedback.give': async () => ({ secret: await endedCall(), rating: 4, text: 'It was easy.' }),
    'feedback.list': async () => ({ before: await feedbackGiven() }),
    'api-keys.list': async () => ({}),
    'api-keys.create': async () => ({ name: 'Appointment book' }),
    'api-keys.revoke': async () => ({ id: (await identity.apiKeys.create(practiceId, 'Old system', system)).id }),
    'trail.read': async () => ({ before: 1_000_000, consultationId: (await consultation()).id }),
  };
}

export const requestNames = Object.keys(httpRequests) as HttpRequestName[];
export const mayCall = (name: HttpRequestName): readonly HttpCaller[] => httpRequests[name].who;
