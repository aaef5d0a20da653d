import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { record, type Actor } from '../audit/trail.ts';
import { insertLink } from '../consultations/insert-link.ts';
import type { Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { invitations, links } from '../db/schema.ts';
import { hashSecret } from '../identity/secrets.ts';
import type { LinkSecrets } from './link-secret.ts';

type Invitation = typeof invitations.$inferSelect;

/** The links inside invitations. */
export class LinkKeeper {
  readonly #secrets: LinkSecrets;
  readonly #now: () => number;

  constructor(secrets: LinkSecrets, now: () => number) {
    this.#secrets = secrets;
    this.#now = now;
  }

  /** Makes a patient's link, which opens when the consultation's others do. */
  async make(tx: Db, consultation: Consultation, actor: Actor): Promise<string> {
    const now = this.#now();
    const id = randomUUID();
    const validFrom = (await opensAt(tx, consultation.id)) ?? now;
    return insertLink(tx, consultation, { id, secret: this.#secrets.of(id), role: 'patient', validFrom, actor, now });
  }

  /** The secret of a link, null when the server had another key when it was made. */
  secretOf(link: { id: string; secretHash: string }): string | null {
    const secret = this.#secrets.of(link.id);
    return hashSecret(secret) === link.secretHash ? secret : null;
  }

  /**
   * The link to send and its secret. If the server's key is another by now, the secret is lost and there is a new link;
   * the old one is dead, unless somebody got it.
   */
  async linkFor(
    tx: Db,
    { linkId }: Invitation,
    consultation: Consultation,
  ): Promise<{ linkId: string; secret: string }> {
    const actor = { kind: 'system' } as const;
    const [link] = linkId === null ? [] : await tx.select().from(links).where(eq(links.id, linkId));
    const secret = link === undefined ? null : this.secretOf(link);
    if (link !== undefined && secret !== null) return { linkId: link.id, secret };
    const id = await this.make(tx, consultation, actor);
    if (link !== undefined && !(await wasSent(tx, link.id))) await this.#revoke(tx, link.id, consultation);
    return { linkId: id, secret: this.#secrets.of(id) };
  }

  async #revoke(tx: Db, linkId: string, { id: consultationId, practiceId }: Consultation): Promise<void> {
    const at = this.#now();
    const actor = { kind: 'system' } as const;
    await tx.update(links).set({ revokedAt: at }).where(eq(links.id, linkId));
    await record(tx, { at, action: 'link_revoked', actor, practiceId, consultationId, linkId });
  }
}

const wasSent = async (tx: Db, linkId: string): Promise<boolean> =>
  (await tx.$count(
    invitations,
    and(eq(invitations.linkId, linkId), inArray(invitations.state, ['sent', 'delivered'])),
  )) > 0;

async function opensAt(tx: Db, consultationId: string): Promise<number | null> {
  const [first] = await tx
    .select({ validFrom: links.validFrom })
    .from(links)
    .where(and(eq(links.consultationId, consultationId), eq(links.role, 'patient'), isNull(links.revokedAt)))
    .orderBy(sql`${links.validFrom}`)
    .limit(1);
  return first?.validFrom ?? null;
}
