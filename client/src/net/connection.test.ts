import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './api-error.ts';
import { VisitConnection } from './connection.ts';
import type { ResumeStore } from './resume-store.ts';

const welcome = { view: {}, mediaKept: false, opened: null } as Parameters<ServerEvents['visit:welcome']>[0];

/** The network under the page, whose fate each test decides. */
const network = vi.hoisted(() => ({
  open: async (): Promise<void> => undefined,
  lose: () => {},
  welcome: (_welcome: unknown) => {},
}));

vi.mock('./socket.ts', () => ({
  RoomSocket: class {
    open = () => network.open();
    on = (event: string, handler: (data: unknown) => void) => {
      if (event === 'visit:welcome') network.welcome = handler;
    };
    onClosed = (handler: () => void) => (network.lose = handler);
    onHeard = () => {};
    close = () => {};
    doubt = () => {};
  },
}));

/** What the server says to each who asks for a room token. */
let refusal: ErrorCode | null;
const asked = vi.fn<(path: string) => Promise<Response>>(async () =>
  refusal === null
    ? Response.json({ token: 'abc', role: 'patient', media: null })
    : Response.json({ code: refusal }, { status: 409 }),
);

const memory = (): ResumeStore => {
  let kept: string | null = null;
  return { read: () => kept, write: (secret) => (kept = secret), forget: () => (kept = null) };
};
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function newcomer(): Promise<VisitConnection> {
  const connection = new VisitConnection({ by: 'link', secret: 'secret' }, memory(), () => false);
  connection.start();
  await wait(0);
  return connection;
}

describe('[LINK-7] a newcomer whose link is said to be open', () => {
  const heldUp = { is: 'connecting', problem: 'unavailable' };
  const inUse = { is: 'over', reason: 'link_in_use' };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', asked);
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('document', new EventTarget());
    refusal = null;
    network.open = async () => undefined;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    asked.mockClear();
  });

  it('asks again by itself, and says no more than that it takes a while, when a connection was lost before its welcome', async () => {
    const { state } = await newcomer();
    refusal = 'link_in_use';
    network.lose();
    await wait(20_000);
    expect(asked.mock.calls.length).toBeGreaterThan(3);
    expect(state.value).toEqual(heldUp);
    refusal = null;
    await wait(8_000);
    network.welcome({ ...welcome, resumeSecret: 'resume' });
    expect(state.value).toMatchObject({ is: 'here' });
  });

  it('is told after half a minute, for then it is another device', async () => {
    const { state } = await newcomer();
    refusal = 'link_in_use';
    network.lose();
    await wait(29_000);
    expect(state.value).toEqual(heldUp);
    await wait(9_000);
    expect(state.value).toEqual(inUse);
  });

  it('counts from the first answer, for the server may have stood still', async () => {
    const { state } = await newcomer();
    refusal = 'unavailable';
    network.lose();
    await wait(120_000);
    refusal = 'link_in_use';
    await wait(20_000);
    expect(state.value).toEqual(heldUp);
  });

  it('is told at once when nothing was lost, whether the link or the socket is refused', async () => {
    refusal = 'link_in_use';
    expect((await newcomer()).state.value).toEqual(inUse);
    refusal = null;
    network.open = () => Promise.reject(new ApiError({ code: 'link_in_use' }));
    expect((await newcomer()).state.value).toEqual(inUse);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is told at once when it had been welcomed, and another device went on with the visit meanwhile', async () => {
    const { state } = await newcomer();
    network.lose();
    await wait(1_000);
    network.welcome({ ...welcome, resumeSecret: 'resume' });
    network.lose();
    asked.mockImplementationOnce(async () => Response.json({ code: 'resume_invalid' }, { status: 401 }));
    refusal = 'link_in_use';
    await wait(1_000);
    expect(asked.mock.lastCall![0]).toContain('links');
    expect(state.value).toEqual(inUse);
  });
});
