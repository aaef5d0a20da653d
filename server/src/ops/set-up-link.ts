import { linkUrl } from '@front-door/shared/protocol/pages.ts';
import { eq } from 'drizzle-orm';
import { practices } from '../db/schema.ts';
import { usualAgreement } from './practice-texts.ts';
import type { StartParts } from './start-parts.ts';

const week = 7 * 24 * 3_600_000;
const system = { kind: 'system' } as const;

/** By which the first admin of a practice makes an account; once. */
export interface SetUpLink {
  kind: 'set_up';
  adminLink: string;
}

/** A new link; earlier ones, which nobody used, open nothing any more. */
export async function makeSetUpLink(parts: StartParts): Promise<SetUpLink> {
  const { identity, origin } = parts;
  const practiceId = await emptyPractice(parts);
  await identity.staffLinks.withdrawUnused(practiceId, system);
  const { secret } = await identity.staffLinks.create({
    practiceId,
    roles: ['admin'],
    purpose: 'make_account',
    validFor: week,
    actor: system,
  });
  return { kind: 'set_up', adminLink: linkUrl(origin(), 'staffLink', secret) };
}

/** The practice that waits for its first account, made if need be. */
async function emptyPractice({ db, now }: StartParts): Promise<string> {
  const [waiting] = await db.select({ id: practices.id }).from(practices).where(eq(practices.demo, false));
  if (waiting !== undefined) return waiting.id;
  const [made] = await db
    .insert(practices)
    .values({ name: 'New practice', agreement: usualAgreement, createdAt: now() })
    .returning({ id: practices.id });
  return made!.id;
}
