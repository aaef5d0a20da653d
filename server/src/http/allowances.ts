import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { Allowance } from '@front-door/shared/protocol/http.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';
import { bucketOf } from '../limits/bucket.ts';
import { take, tooMany } from '../limits/take.ts';

/** Counts what an address tries, where guessing would pay. */
export interface Counter {
  /** Throws AppError `too_many_requests` while the address has used up what it may. */
  check(address: string): Promise<void>;
  /** Runs one attempt. Throws `too_many_requests` instead of what the work throws when it was one too many. */
  attempt<T>(address: string, data: object, work: () => Promise<T>): Promise<T>;
}

/** For each allowance of the contract its counter. What they remember ends by itself with its time. */
export const createAllowances = (): Record<Allowance, Counter> => ({
  links: new LinkMisses(),
  sign_in: new FailedSignIns(),
  checks: new Asked(),
  arrivals: new Asked(),
});

const minute = 60;
/** Passwords that are tried at the same time; the machine does some hundred in a second. */
const mostSignIns = 16;

/**
 * A secret that we do not know. Whoever has one that is over or was revoked did not guess it: a whole region may be
 * behind one address, and is not shut out because some of it open yesterday's links.
 */
const misses: ReadonlySet<ErrorCode> = new Set(['link_unknown', 'resume_invalid']);

/**
 * 20 misses in a minute, and then nothing for 5 minutes. Only misses count: behind one address may be a whole clinic.
 * Each secret, good or not, is tried 60 times in a minute at most; a page with a bad network comes to 20.
 */
class LinkMisses implements Counter {
  readonly #limiter = new RateLimiterMemory({ points: 20, duration: minute });
  readonly #ofSecret = new RateLimiterMemory({ points: 60, duration: minute });

  async check(address: string): Promise<void> {
    const counted = await this.#limiter.get(bucketOf(address));
    if (counted !== null && counted.remainingPoints === 0) throw tooMany(counted);
  }

  async attempt<T>(address: string, data: object, work: () => Promise<T>): Promise<T> {
    const secret = secretIn(data);
    if (secret !== null) await take(this.#ofSecret, bucketOf(secret));
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && misses.has(error.code)) await this.#countMiss(address);
      throw error;
    }
  }

  async #countMiss(address: string): Promise<void> {
    const bucket = bucketOf(address);
    const counted = await this.#limiter.penalty(bucket);
    if (counted.consumedPoints === this.#limiter.points) await this.#limiter.block(bucket, 5 * minute);
    // They were all sent before the first was counted.
    if (counted.consumedPoints > this.#limiter.points) throw tooMany(counted);
  }
}

function secretIn(data: object): string | null {
  if ('secret' in data) return String(data.secret);
  return 'resumeSecret' in data ? String(data.resumeSecret) : null;
}

/**
 * In 15 minutes 10 failures of one account from one address, and 50 of all accounts from one address. An attempt is
 * counted before it is made and given back when it succeeds, so that many at once are no way round. Of all addresses
 * together a few are under way at a time: each costs the machine as much as a thousand other requests.
 */
class FailedSignIns implements Counter {
  readonly #ofAccount = new RateLimiterMemory({ points: 10, duration: 15 * minute });
  readonly #ofAddress = new RateLimiterMemory({ points: 50, duration: 15 * minute });
  #underWay = 0;

  async check(address: string): Promise<void> {
    const counted = await this.#ofAddress.get(bucketOf(address));
    if (counted !== null && counted.remainingPoints === 0) throw tooMany(counted);
  }

  async attempt<T>(address: string, data: object, work: () => Promise<T>): Promise<T> {
    if (this.#underWay >= mostSignIns) throw new AppError('too_many_requests', { retryAfter: 1 });
    this.#underWay += 1;
    try {
      return await this.#attempt(address, data, work);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #attempt<T>(from: string, data: object, work: () => Promise<T>): Promise<T> {
    const account = bucketOf(`${from} ${'email' in data ? String(data.email) : ''}`);
    const address = bucketOf(from);
    await take(this.#ofAccount, account);
    await take(this.#ofAddress, address);
    try {
      const result = await work();
      await this.#ofAccount.delete(account);
      await this.#ofAddress.reward(address);
      return result;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'sign_in_failed')) {
        await this.#ofAccount.reward(account);
        await this.#ofAddress.reward(address);
      }
      throw error;
    }
  }
}

/** 30 in a minute from one address: a whole household, or a clinic's waiting room. */
class Asked implements Counter {
  readonly #limiter = new RateLimiterMemory({ points: 30, duration: minute });

  async check(address: string): Promise<void> {
    await take(this.#limiter, bucketOf(address));
  }

  attempt<T>(_address: string, _data: object, work: () => Promise<T>): Promise<T> {
    return work();
  }
}
