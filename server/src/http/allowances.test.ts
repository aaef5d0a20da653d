import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../errors.ts';
import { bucketOf } from '../limits/bucket.ts';
import { createAllowances, type Counter } from './allowances.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What becomes of one attempt whose work ends like this: a code, or `done`. */
async function attempt(counter: Counter, work: () => Promise<unknown>, data: object = {}): Promise<string> {
  try {
    await counter.check('192.0.2.1');
    await counter.attempt('192.0.2.1', data, work);
    return 'done';
  } catch (error) {
    return error instanceof AppError ? error.code : 'failed';
  }
}
const often = async (times: number, one: () => Promise<string>) => {
  for (let i = 1; i < times; i++) await one();
  return one();
};

describe('[LINK-5] the allowance for links', () => {
  const miss = async () => {
    throw new AppError('link_unknown');
  };
  const hit = async () => ({});

  it('comes back 5 minutes after the 20th miss in a minute', async () => {
    const { links } = createAllowances();
    expect(await often(20, () => attempt(links, miss))).toBe('link_unknown');
    await vi.advanceTimersByTimeAsync(5 * minute - 1000);
    expect(await attempt(links, hit)).toBe('too_many_requests');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await attempt(links, hit)).toBe('done');
    expect(await often(20, () => attempt(links, miss))).toBe('link_unknown');
    expect(await attempt(links, hit)).toBe('too_many_requests');
  });

  it('forgets misses after a minute', async () => {
    const { links } = createAllowances();
    await often(19, () => attempt(links, miss));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await often(19, () => attempt(links, miss))).toBe('link_unknown');
    expect(await attempt(links, hit)).toBe('done');
  });

  it('is not used up by links that are early, open elsewhere or over, or by our own failures', async () => {
    const { links } = createAllowances();
    const known = [
      'link_in_use',
      'link_not_yet_valid',
      'link_expired',
      'link_revoked',
      'consultation_ended',
      'visit_removed',
    ] as const;
    for (const error of [...known.map((code) => new AppError(code)), new Error('ours')]) {
      const work = async () => {
        throw error;
      };
      await often(30, () => attempt(links, work));
    }
    expect(await attempt(links, hit)).toBe('done');
  });

  it('lets nobody know about more than 20 misses, also when everything is sent at once', async () => {
    const { links } = createAllowances();
    let answer = () => {};
    const database = new Promise<void>((done) => (answer = done));
    const slowMiss = async () => {
      await database;
      throw new AppError('link_unknown');
    };
    const attempts = Array.from({ length: 60 }, () => attempt(links, slowMiss));
    await vi.advanceTimersByTimeAsync(1);
    answer();
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === 'link_unknown').length).toBe(20);
    expect(outcomes.filter((outcome) => outcome === 'too_many_requests').length).toBe(40);
  });

  it('says how long to wait, at least a second', async () => {
    const { links } = createAllowances();
    await often(20, () => attempt(links, miss));
    await vi.advanceTimersByTimeAsync(5 * minute - 1);
    await expect(links.check('192.0.2.1')).rejects.toMatchObject({ retryAfter: 1 });
  });
});

describe('[CHECK-8] the allowance for checks', () => {
  const done = async () => ({});

  it('is 30 in a minute, for each address by itself', async () => {
    const { checks } = createAllowances();
    expect(await often(30, () => attempt(checks, done))).toBe('done');
    expect(await attempt(checks, done)).toBe('too_many_requests');
    await expect(checks.check('192.0.2.2')).resolves.toBeUndefined();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await attempt(checks, done)).toBe('done');
  });
});

describe('[STAFF-2] the allowance for signing in', () => {
  const fail = async () => {
    throw new AppError('sign_in_failed');
  };
  const asJo = { email: 'jo@elm.example' };

  it('comes back 15 minutes after the first failure', async () => {
    const { sign_in: signIn } = createAllowances();
    expect(await attempt(signIn, fail, asJo)).toBe('sign_in_failed');
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(await often(9, () => attempt(signIn, fail, asJo))).toBe('sign_in_failed');
    expect(await attempt(signIn, fail, asJo)).toBe('too_many_requests');
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect(await attempt(signIn, fail, asJo)).toBe('sign_in_failed');
  });

  it('of the address is not used up by attempts that one account no longer has', async () => {
    const { sign_in: signIn } = createAllowances();
    await often(10, () => attempt(signIn, fail, asJo));
    expect(await often(100, () => attempt(signIn, fail, asJo))).toBe('too_many_requests');
    expect(await attempt(signIn, fail, { email: 'kim@elm.example' })).toBe('sign_in_failed');
  });

  it('does not count our own failures', async () => {
    const { sign_in: signIn } = createAllowances();
    const ours = async () => {
      throw new Error('ours');
    };
    await often(30, () => attempt(signIn, ours, asJo));
    expect(await attempt(signIn, fail, asJo)).toBe('sign_in_failed');
  });
});

describe('[LIMIT-6] the allowance of one link', () => {
  it('is 60 tries in a minute, from wherever they come', async () => {
    const { links } = createAllowances();
    const tried = async (secret: string, from: string) =>
      links.attempt(from, { secret }, async () => 'opened').catch((error: AppError) => error);
    for (let i = 0; i < 60; i++) expect(await tried('one', `192.0.2.${i}`)).toBe('opened');
    const refused = await tried('one', '192.0.2.99');
    expect(refused).toMatchObject({ code: 'too_many_requests', retryAfter: 60 });
    expect(await tried('another', '192.0.2.99')).toBe('opened');
    await vi.advanceTimersByTimeAsync(minute);
    expect(await tried('one', '192.0.2.99')).toBe('opened');
  });
});

it('[LIMIT-7] passwords are tried a few at a time, whoever sends them', async () => {
  const { sign_in: signIn } = createAllowances();
  let answer = () => {};
  const hashed = new Promise<void>((done) => (answer = done));
  const outcomes = Array.from({ length: 20 }, (_, i) =>
    signIn
      .attempt(`192.0.2.${i}`, { email: `nurse${i}@elm.example` }, () => hashed)
      .then(
        () => 'signed in',
        (error: AppError) => error.code,
      ),
  );
  answer();
  const counted = Object.groupBy(await Promise.all(outcomes), (outcome) => outcome);
  expect(counted['signed in']).toHaveLength(16);
  expect(counted['too_many_requests']).toHaveLength(4);
  expect(await attempt(signIn, async () => {}, { email: 'jo@elm.example' })).toBe('done');
});

describe('[LIMIT-8] what is remembered of addresses', () => {
  it('is 65,536 things at most, however many there are', () => {
    const buckets = new Set<string>();
    for (let i = 0; i < 100_000; i++) buckets.add(bucketOf(`2001:db8:${i}::/64`));
    expect(buckets.size).toBeLessThanOrEqual(65_536);
    expect(buckets.size).toBeGreaterThan(40_000);
  });

  it('is one thing for addresses that share it', async () => {
    const [one, other] = sharers();
    const miss = async () => {
      throw new AppError('link_unknown');
    };
    const { links, arrivals, sign_in: signIn } = createAllowances();
    for (let i = 0; i < 20; i++) await links.attempt(i % 2 ? one : other, {}, miss).catch(() => {});
    await expect(links.check(one)).rejects.toMatchObject({ code: 'too_many_requests' });
    for (let i = 0; i < 30; i++) await arrivals.check(one);
    await expect(arrivals.check(other)).rejects.toMatchObject({ code: 'too_many_requests' });
    const fail = async () => {
      throw new AppError('sign_in_failed');
    };
    for (let i = 0; i < 50; i++) await signIn.attempt(one, { email: `nurse${i}@elm.example` }, fail).catch(() => {});
    await expect(signIn.check(other)).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});

/** Two addresses that happen to share a bucket; of a few hundred some do. */
function sharers(): [string, string] {
  const inBucket = new Map<string, string>();
  for (let i = 0; ; i++) {
    const address = `2001:db8:${i}::/64`;
    const other = inBucket.get(bucketOf(address));
    if (other !== undefined) return [other, address];
    inBucket.set(bucketOf(address), address);
  }
}

it('[LINK-5] nothing is remembered longer than it counts', async () => {
  const { links, sign_in: signIn } = createAllowances();
  for (let i = 0; i < 500; i++) {
    const miss = links.attempt(`192.0.2.${i}`, {}, async () => {
      throw new AppError('link_unknown');
    });
    await miss.catch(() => {});
    const failure = signIn.attempt(`192.0.2.${i}`, { email: `nurse${i}@elm.example` }, async () => {
      throw new AppError('sign_in_failed');
    });
    await failure.catch(() => {});
  }
  // Each thing remembered has a timer at whose end it is forgotten; a few share one.
  expect(vi.getTimerCount()).toBeLessThanOrEqual(1500);
  expect(vi.getTimerCount()).toBeGreaterThan(1400);
  await vi.advanceTimersByTimeAsync(15 * minute);
  expect(vi.getTimerCount()).toBe(0);
});
