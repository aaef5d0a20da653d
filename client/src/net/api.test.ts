import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './api-error.ts';
import { staffApi } from './staff-api.ts';

const id = '7f6b8f0e-3a52-4f0c-9f0e-0d6a3f1f2b11';

/** Stands where the network begins; keeps what was sent, and answers once. */
function network(answer: () => Response | Promise<never>) {
  const sent: { path: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, init });
    return answer();
  });
  return sent;
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown as ApiError,
  );

afterEach(() => vi.unstubAllGlobals());

describe('a request of the HTTP contract', () => {
  it('carries its fields as JSON, to this origin only', async () => {
    const sent = network(() => json({ token: 'abc', role: 'patient' }));
    expect(await staffApi('visits.resume', { resumeSecret: 'secret' })).toEqual({ token: 'abc', role: 'patient' });
    expect(sent).toMatchObject([
      {
        path: '/api/visits/resume',
        init: { method: 'POST', credentials: 'same-origin', body: '{"resumeSecret":"secret"}' },
      },
    ]);
    expect(new Headers(sent[0]?.init.headers).get('content-type')).toBe('application/json');
  });

  it('has its id in the path and not in the body', async () => {
    const sent = network(() => json({ id, url: 'u', validUntil: 1 }));
    await staffApi('links.create', { id, role: 'patient' });
    expect(sent).toMatchObject([{ path: `/api/consultations/${id}/links`, init: { body: '{"role":"patient"}' } }]);
  });

  it('has its fields in the query when it only reads', async () => {
    const sent = network(() => json({ entries: [] }));
    await staffApi('trail.read', { before: 12, consultationId: id });
    await staffApi('trail.read', {});
    expect(sent.map(({ path }) => path)).toEqual([`/api/trail?before=12&consultationId=${id}`, '/api/trail']);
    expect(sent.every(({ init }) => init.body === undefined)).toBe(true);
  });
});

describe('a refused request', () => {
  it('throws the code, with what belongs to it', async () => {
    network(() => json({ title: 'Too many', status: 429, code: 'too_many_requests', retryAfter: 30 }, 429));
    const error = await refusal(staffApi('session.read', {}));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'too_many_requests', retryAfter: 30 });

    network(() => json({ code: 'bad_request', fields: ['email'] }, 400));
    expect(await refusal(staffApi('session.read', {}))).toMatchObject({ code: 'bad_request', fields: ['email'] });
  });

  it('is offline when nobody answered, or somebody in between', async () => {
    network(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refusal(staffApi('session.read', {}))).toMatchObject({ code: 'offline' });

    network(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await refusal(staffApi('session.read', {}))).toMatchObject({ code: 'offline' });

    network(() => new Response('<h1>Sign in to the guest network</h1>', { status: 200 }));
    expect(await refusal(staffApi('session.read', {}))).toMatchObject({ code: 'offline' });
  });
});
