import type { LinkRole } from '@front-door/shared/domain/roles.ts';
import { record, type Actor } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { links } from '../db/schema.ts';
import { hashSecret } from '../identity/secrets.ts';
import type { Consultation } from './lock.ts';

interface NewLink {
  /** Given where the secret is made of it. */
  id?: string;
  secret: string;
  role: LinkRole;
  validFrom: number;
  actor: Actor;
  now: number;
}

/** Makes a link into a consultation that the transaction holds, with its line in the trail. Gives the link's id. */
export async function insertLink(tx: Db, consultation: Consultation, wanted: NewLink): Promise<string> {
  const { practiceId, id: consultationId, validUntil } = consultation;
  const { id, secret, role, validFrom, actor, now } = wanted;
  const values = { consultationId, role, secretHash: hashSecret(secret), createdAt: now, validFrom, validUntil };
  const [link] = await tx
    .insert(links)
    .values({ ...values, ...(id !== undefined && { id }) })
    .returning({ linkId: links.id });
  const { linkId } = link!;
  await record(tx, { at: now, action: 'link_made', actor, practiceId, consultationId, linkId, reason: role });
  return linkId;
}
