import { randomBytes, randomUUID } from 'node:crypto';
import { id, time } from '@front-door/shared/protocol/fields.ts';
import { roomGrant, roomTokenSeconds, type RoomGrant } from '@front-door/shared/protocol/tokens.ts';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { AppError } from '../errors.ts';

const fixed = { algorithm: 'HS256', issuer: 'front-door', audience: 'front-door-socket' } as const;

const claims = z.object({ jti: id, iat: time, exp: time, grant: roomGrant });

/** What a good token says: what it grants, and what its one use is remembered by. */
export interface OpenedToken {
  grant: RoomGrant;
  tokenId: string;
  /** ms since the epoch. */
  expiresAt: number;
}

/**
 * Issues and opens room tokens.
 *
 * Without a key of the configuration each process makes its own: a token that outlives its server by a few seconds is
 * refused, and the client fetches another one, as it does for any token that came too late.
 */
export class RoomTokens {
  readonly #key: string | Buffer;
  readonly #now: () => number;

  constructor(key: string | null, now: () => number) {
    this.#key = key ?? randomBytes(32);
    this.#now = now;
  }

  issue(grant: RoomGrant): string {
    const issuedAt = Math.floor(this.#now() / 1000);
    return jwt.sign({ jti: randomUUID(), iat: issuedAt, exp: issuedAt + roomTokenSeconds, grant }, this.#key, fixed);
  }

  /** Throws AppError `token_expired` or `token_invalid`. That it was not used before is for the database to say. */
  open(token: string): OpenedToken {
    const { jti, iat, exp, grant } = this.#verify(token);
    // One dated ahead would be good for longer than that, counted from now.
    if (exp - Math.min(iat, this.#now() / 1000) > roomTokenSeconds) throw new AppError('token_invalid');
    return { grant, tokenId: jti, expiresAt: exp * 1000 };
  }

  #verify(token: string): z.infer<typeof claims> {
    try {
      const { algorithm, issuer, audience } = fixed;
      const clockTimestamp = Math.floor(this.#now() / 1000);
      return claims.parse(jwt.verify(token, this.#key, { algorithms: [algorithm], issuer, audience, clockTimestamp }));
    } catch (cause) {
      throw new AppError(cause instanceof jwt.TokenExpiredError ? 'token_expired' : 'token_invalid', { cause });
    }
  }
}
