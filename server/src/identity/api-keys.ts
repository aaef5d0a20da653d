import { and, eq, inArray, isNull } from 'drizzle-orm';
import { record, type Actor } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { apiKeys } from '../db/schema.ts';
import { Together } from '../db/together.ts';
import { AppError } from '../errors.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** By this, scanners that look for secrets in code and mail recognise a key of ours. */
const prefix = 'fd_';

/** A practice system that proved itself with its key. */
export interface ApiKeyHolder {
  id: string;
  practiceId: string;
}

/** The keys by which a practice's systems use the HTTP API. */
export class ApiKeys {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #holders: Together<ApiKeyHolder>;

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
    this.#holders = new Together(async (hashes) => {
      const found = await db
        .select({ hash: apiKeys.secretHash, id: apiKeys.id, practiceId: apiKeys.practiceId })
        .from(apiKeys)
        .where(and(inArray(apiKeys.secretHash, hashes), isNull(apiKeys.revokedAt)));
      return found.map(({ hash, ...holder }) => [hash, holder]);
    });
  }

  list(practiceId: string) {
    return this.#db
      .select({ id: apiKeys.id, name: apiKeys.name, createdAt: apiKeys.createdAt, revokedAt: apiKeys.revokedAt })
      .from(apiKeys)
      .where(eq(apiKeys.practiceId, practiceId))
      .orderBy(apiKeys.createdAt, apiKeys.id);
  }

  /** The key itself is nowhere else: only its hash is kept. */
  create(practiceId: string, name: string, actor: Actor): Promise<{ id: string; key: string }> {
    const key = prefix + newSecret(32);
    const createdAt = this.#now();
    return this.#db.transaction(async (tx) => {
      const [made] = await tx
        .insert(apiKeys)
        .values({ practiceId, name, secretHash: hashSecret(key), createdAt })
        .returning({ id: apiKeys.id });
      await record(tx, { at: createdAt, action: 'api_key_made', actor, practiceId, reason: name });
      return { id: made!.id, key };
    });
  }

  /** Doing it again changes nothing. Throws AppError `not_found`. */
  async revoke(practiceId: string, id: string, actor: Actor): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const ofPractice = and(eq(apiKeys.id, id), eq(apiKeys.practiceId, practiceId));
      const [key] = await tx.select({ name: apiKeys.name }).from(apiKeys).where(ofPractice);
      if (key === undefined) throw new AppError('not_found');
      const revokedAt = this.#now();
      const revoked = await tx
        .update(apiKeys)
        .set({ revokedAt })
        .where(and(ofPractice, isNull(apiKeys.revokedAt)))
        .returning({ id: apiKeys.id });
      if (revoked.length === 0) return;
      await record(tx, { at: revokedAt, action: 'api_key_revoked', actor, practiceId, reason: key.name });
    });
  }

  /** Whose key it is; null when it is nobody's or was revoked. */
  async authenticate(key: string): Promise<ApiKeyHolder | null> {
    return (await this.#holders.find(hashSecret(key))) ?? null;
  }
}
