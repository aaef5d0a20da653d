import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pause } from '../net/pause.ts';
import type { NotIn } from './arrive.ts';
import { arrive } from './arrive.ts';

const fetched = vi.fn<(path: string, init: { body: string }) => Promise<Response>>();
const answer = (status: number, body: object) =>
  fetched.mockImplementationOnce(() => Promise.resolve(Response.json(body, { status })));
const askedWith = () => fetched.mock.calls.map(([, { body }]) => JSON.parse(body) as object);

/** Comes in, without waiting out what passes between two tries; gives what was told and how long was waited. */
async function comeIn(known: string | null = null) {
  const told: NotIn[] = [];
  const waits: number[] = [];
  const pause = new Pause();
  vi.spyOn(pause, 'wait').mockImplementation((ms) => {
    waits.push(ms);
    return Promise.resolve();
  });
  const outcome = await arrive({ code: 'abc', known, pause, onTrouble: (trouble) => told.push(trouble) });
  return { outcome, told, waits };
}

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => void vi.unstubAllGlobals());

describe('coming by a clinic’s own link', () => {
  it('[CLINIC-1] leads to a private visit, and says which one the device was given before', async () => {
    answer(200, { open: true, secret: 'mine' });
    expect(await comeIn('before')).toMatchObject({ outcome: { is: 'in', secret: 'mine' }, told: [] });
    expect(askedWith()).toEqual([{ code: 'abc', known: 'before' }]);
  });

  it('[CLINIC-1] does without what the device remembers when the server cannot read that', async () => {
    answer(400, { code: 'bad_request' });
    answer(200, { open: true, secret: 'mine' });
    expect((await comeIn('nonsense')).outcome).toEqual({ is: 'in', secret: 'mine' });
    expect(askedWith()).toEqual([{ code: 'abc', known: 'nonsense' }, { code: 'abc' }]);
  });

  it('[CLINIC-2] tells when a closed clinic is open', async () => {
    const hours = { open: false, clinicName: 'Morning', practice: { name: 'Elm', phone: null }, hours: [] };
    answer(200, hours);
    expect((await comeIn()).outcome).toEqual({ is: 'closed', hours });
  });

  it('[CLINIC-1] gives up only on a link that is none', async () => {
    answer(404, { code: 'link_unknown' });
    expect((await comeIn()).outcome).toEqual({ is: 'unknown' });
    answer(400, { code: 'bad_request' });
    expect((await comeIn()).outcome).toEqual({ is: 'unknown' });
  });

  it('[CLINIC-1] tries again when too many come or the network is lost, and says so', async () => {
    answer(429, { code: 'too_many_requests', retryAfter: 7 });
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    answer(200, { open: true, secret: 'mine' });
    const { outcome, told, waits } = await comeIn();
    expect(outcome).toEqual({ is: 'in', secret: 'mine' });
    expect(told).toEqual([
      { is: 'trying', because: 'busy' },
      { is: 'trying', because: 'offline' },
    ]);
    expect(waits[0]).toBe(7_000);
  });
});
