import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';

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
