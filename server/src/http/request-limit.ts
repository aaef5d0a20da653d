import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';
import { bucketOf } from './bucket.ts';

/** In a minute, of one address, account or key: 50 a second, which is a clinic where everybody reloads all the time. */
const mostPerMinute = 3_000;

/**
 * How much anybody may ask of the server at all, counted by address before a request is looked at. What turns out to
 * come from an account, a key or a good link is taken off again: behind one address may be a whole town.
 */
export class RequestLimit {
  readonly #ofAddress = new RateLimiterMemory({ points: mostPerMinute, duration: 60 });
  readonly #ofCaller = new RateLimiterMemory({ points: mostPerMinute, duration: 60 });

  /** Throws AppError `too_many_requests`. */
  takeOfAddress(address: string): Promise<void> {
    return take(this.#ofAddress, bucketOf(address));
  }

  /** The request was a good one. */
  async giveBack(address: string): Promise<void> {
    await this.#ofAddress.reward(bucketOf(address));
  }

  /** Of an account or a key, by its id. Throws AppError `too_many_requests`. */
  takeOfCaller(id: string): Promise<void> {
    return take(this.#ofCaller, id);
  }
}

/** One point of an allowance. Throws AppError `too_many_requests` when there is none left. */
export async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    throw refused instanceof RateLimiterRes ? tooMany(refused) : refused;
  }
}

export const tooMany = ({ msBeforeNext }: RateLimiterRes): AppError =>
  new AppError('too_many_requests', { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
