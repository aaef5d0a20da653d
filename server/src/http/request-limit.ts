import { httpRequests } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { bucketOf } from '../limits/bucket.ts';
import { take } from '../limits/take.ts';

/** In a minute, of one address, account or key: 50 a second, which is a clinic where everybody reloads all the time. */
const mostPerMinute = 3_000;

/**
 * How much anybody may ask of the server at all, counted by address before a request is looked at. What turns out to
 * come from an account, a key or a good link is taken off again: behind one address may be a whole town.
 */
export class RequestLimit {
  readonly #ofAddress = new RateLimiterMemory({ points: mostPerMinute, duration: 60 });
  readonly #ofCaller = new RateLimiterMemory({ points: mostPerMinute, duration: 60 });
  /** For each request of the contract that a practice may send so many times in an hour. */
  readonly #ofPractice = new Map<HttpRequestName, RateLimiterMemory>();

  constructor() {
    for (const [name, request] of Object.entries(httpRequests)) {
      if (!('perHour' in request)) continue;
      this.#ofPractice.set(
        name as HttpRequestName,
        new RateLimiterMemory({ points: request.perHour, duration: 3600, keyPrefix: name }),
      );
    }
  }

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

  /** Of what leaves something for good in a practice. Throws AppError `too_many_requests`. */
  async takeOfPractice(name: HttpRequestName, practiceId: string): Promise<void> {
    const limiter = this.#ofPractice.get(name);
    if (limiter !== undefined) await take(limiter, practiceId);
  }
}
