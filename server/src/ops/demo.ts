import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import { clinicUrl, linkUrl } from '@front-door/shared/protocol/pages.ts';
import { and, eq } from 'drizzle-orm';
import type { Clinic } from '../clinics/clinics.ts';
import { practices, staff } from '../db/schema.ts';
import { hashPassword } from '../identity/passwords.ts';
import { newSecret } from '../identity/secrets.ts';
import { usualAgreement } from './practice-texts.ts';
import type { StartParts } from './start-parts.ts';

const day = 24 * 3_600_000;
const system = { kind: 'system' } as const;

const clinician = { name: 'Dr Asha Patel', email: 'asha.patel@willowbrook.example' };
/** Also runs the waiting list, to try that out. */
const admin = { name: 'Robin Hughes', email: 'robin.hughes@willowbrook.example' };

/** Links into the demo practice, good for a day. */
export interface DemoLinks {
  kind: 'demo';
  clinicianLink: string;
  patientLink: string;
  /** Signs the clinician in, to whom the waiting list opens. */
  waitingListLink: string;
  adminLink: string;
  /** The clinic's own link, by which anybody comes in; good for ever. */
  clinicLink: string;
}

/** Makes a practice with which to try everything out. Its accounts have passwords that nobody knows. */
export async function makeDemoPractice({ db, now }: StartParts): Promise<void> {
  const createdAt = now();
  const accounts = [
    { ...clinician, roles: ['clinician' as const], passwordHash: await hashPassword(newSecret()) },
    { ...admin, roles: ['admin' as const, 'receptionist' as const], passwordHash: await hashPassword(newSecret()) },
  ];
  await db.transaction(async (tx) => {
    const [practice] = await tx
      .insert(practices)
      .values({
        name: 'Willowbrook Surgery (demo)',
        // One of the numbers kept free for drama, so that nobody is rung up.
        phone: '020 7946 0018',
        agreement: usualAgreement,
        demo: true,
        createdAt,
      })
      .returning({ id: practices.id });
    await tx.insert(staff).values(accounts.map((account) => ({ ...account, practiceId: practice!.id, createdAt })));
  });
}

/** A fresh consultation in the clinic with its links, the clinic's own, and links by which staff sign in. */
export async function makeDemoLinks(parts: StartParts, practiceId: string): Promise<DemoLinks> {
  const { identity, consultations, origin } = parts;
  const clinic = await openClinic(parts, practiceId);
  const clinicianId = await accountOf(parts, practiceId, clinician.email);
  const { patientSecret, clinicianSecret } = await consultations.create({
    practiceId,
    clinicianId,
    clinicianName: clinician.name,
    clinicId: clinic.id,
    actor: system,
  });
  const signInLink = async (role: StaffRole, staffId: string) => {
    const wanted = { practiceId, roles: [role], staffId, validFor: day, actor: system };
    return linkUrl(origin(), 'staffLink', (await identity.staffLinks.create({ ...wanted, purpose: 'sign_in' })).secret);
  };
  return {
    kind: 'demo',
    clinicianLink: linkUrl(origin(), 'clinician', clinicianSecret),
    patientLink: linkUrl(origin(), 'visit', patientSecret),
    waitingListLink: await signInLink('clinician', clinicianId),
    adminLink: await signInLink('admin', await accountOf(parts, practiceId, admin.email)),
    clinicLink: clinicUrl(origin(), clinic.code),
  };
}

/** Whoever tries things out may have closed it. */
async function openClinic({ clinics }: StartParts, practiceId: string): Promise<Clinic> {
  const [first] = await clinics.list(practiceId);
  return first ?? clinics.create(practiceId, { name: 'Video clinic', hours: null, welcome: null }, system);
}

async function accountOf({ db }: StartParts, practiceId: string, email: string): Promise<string> {
  const [account] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.practiceId, practiceId), eq(staff.email, email)));
  if (account === undefined) throw new Error('The demo practice has lost an account');
  return account.id;
}
