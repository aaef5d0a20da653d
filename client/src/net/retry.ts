const delays = [500, 1_000, 2_000, 4_000, 6_000];

/**
 * How long to wait before the next try, in ms, after `failures` tries in a row went wrong (1 or more). Jitter of a
 * quarter either way keeps a thousand waiting rooms from coming back in the same instant after a restart.
 */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const delay = delays[Math.min(failures, delays.length) - 1] ?? 0;
  return Math.round(delay * (0.75 + random() / 2));
}

/** The same when the server said after how many seconds to try again: then or a little later, not all at once. */
export const retryAfter = (seconds: number, random: () => number = Math.random): number =>
  Math.round(seconds * 1_000 * (1 + random() / 4));
