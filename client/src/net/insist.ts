import { ApiError } from './api-error.ts';

/** How long after each try the next one begins, ms; the last goes on. Three tries under way live for 8 s and more. */
const gaps = [2_000, 3_000, 5_000];
const most = 3;

/**
 * Asks again and again while nothing answers, and lets the tries before go on beside it: on a network that changed, one
 * hangs on a connection that is dead, and on a slow one the first may still be the quickest. The first answer counts.
 *
 * @param ask one try; it ends when told to, as `offline`
 * @param enough ends it all
 * @throws {ApiError} a refusal at once; `offline` as soon as no try is under way any more
 */
export function insist<T>(ask: (end: AbortSignal) => Promise<T>, enough: AbortSignal): Promise<T> {
  const underWay = new Set<AbortController>();
  let tries = 0;
  let timer: ReturnType<typeof setTimeout>;
  return new Promise<T>((answered, failed) => {
    const next = () => {
      const [oldest] = underWay;
      if (underWay.size === most) oldest?.abort();
      const gap = gaps[Math.min(tries, gaps.length - 1)]!;
      // A quarter either way, lest a thousand pages ask in the same moment.
      timer = setTimeout(next, gap * (0.75 + Math.random() / 2));
      tries += 1;
      const one = new AbortController();
      underWay.add(one);
      ask(one.signal).then(answered, (error: ApiError) => {
        underWay.delete(one);
        if (error.code !== 'offline' || underWay.size === 0) failed(error);
      });
    };
    enough.addEventListener('abort', () => failed(new ApiError({ code: 'offline' })));
    next();
  }).finally(() => {
    clearTimeout(timer);
    for (const one of underWay) one.abort();
  });
}
