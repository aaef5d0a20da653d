import { errorCodes } from '@front-door/shared/errors.ts';
import { socketRequests } from '@front-door/shared/protocol/socket.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { camera, dtlsParameters, microphone } from '../testing/media.ts';
import { endMeeting, meetAdmitted } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let witness: Witness;
beforeAll(async () => {
  server = await startTestServer();
  witness = await Witness.begin(server);
});
afterAll(() => server.close());

/** A patient who was let in and opened media, and has connected nothing yet. */
async function newcomer() {
  const { id, patient } = await meetAdmitted(server);
  const opened = await patient.request('media:open', {});
  return { patient, opened, leave: () => endMeeting(server, id) };
}

const [fingerprint] = dtlsParameters.fingerprints;
const fingerprints = (value: unknown) => ({ ...dtlsParameters, fingerprints: value });

describe('[REQ-1] [REQ-2] a transport is not connected with', () => {
  it.each([
    ['no fingerprints', fingerprints([])],
    ['fingerprints that are none', fingerprints({})],
    ['no list of fingerprints', { role: 'client' }],
    ['hundreds of fingerprints', fingerprints(Array.from({ length: 300 }, () => fingerprint))],
    ['a fingerprint that is no hex', fingerprints([{ ...fingerprint, value: 'not:he:xx' }])],
    ['a fingerprint of nothing', fingerprints([{ ...fingerprint, value: '' }])],
    ['a fingerprint without colons', fingerprints([{ ...fingerprint, value: 'ABABABAB' }])],
    ['a very long fingerprint', fingerprints([{ ...fingerprint, value: Array(5000).fill('AB').join(':') }])],
    ['a fingerprint of an unknown kind', fingerprints([{ ...fingerprint, algorithm: 'md5' }])],
    ['an unknown role', { ...dtlsParameters, role: 'actpass' }],
  ])('%s', async (_what, wrong) => {
    const { patient, opened, leave } = await newcomer();
    const transportId = opened.send.id;
    const answer = await patient.raw('transport:connect', { transportId, dtlsParameters: wrong });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'bad_request', fields: [expect.stringContaining('dtls')] },
    });
    expect(await patient.raw('transport:connect', { transportId, dtlsParameters })).toMatchObject({ ok: true });
    expect(await witness.notices()).toEqual([]);
    await leave();
  });
});

const [opus] = microphone().codecs;
const [vp8, rtx] = camera().codecs;
const withCodecs = (...codecs: unknown[]) => ({ ...microphone(), codecs });
const withEncodings = (...encodings: unknown[]) => ({ ...microphone(), encodings });
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const secondLine = 'x\r\na=candidate:1 1 udp 1 192.0.2.1 9 typ host';

/** The same as often as there are texts in it, field names included, each time with another one of two lines. */
function* textsIn(value: unknown): Generator {
  if (typeof value === 'string') yield secondLine;
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  for (const [at, [name, one]] of entries.entries()) {
    for (const bent of textsIn(one)) {
      const others = entries.map(([other, old], index) => [other, index === at ? bent : old] as const);
      yield Array.isArray(value) ? others.map(([, each]) => each) : Object.fromEntries(others);
    }
    if (name === 'parameters') yield { ...value, parameters: { [secondLine]: 1 } };
  }
}

describe('[REQ-1] [REQ-2] nothing is sent with', () => {
  it.each([
    ['no codecs', withCodecs()],
    ['a hundred codecs', withCodecs(...many(100, opus))],
    ['two codecs of one number', withCodecs(opus, { ...opus, mimeType: 'audio/CN' })],
    ['a codec of the other kind', withCodecs(vp8)],
    ['a codec that nobody knows', withCodecs({ ...opus, mimeType: 'audio/music' })],
    ['retransmission of nothing', withCodecs(rtx)],
    ['a codec at another rate', withCodecs({ ...opus, clockRate: 8000 })],
    ['a huge payload number', withCodecs({ ...opus, payloadType: 4_294_967_295 })],
    ['a negative payload number', withCodecs({ ...opus, payloadType: -1 })],
    ['half a payload number', withCodecs({ ...opus, payloadType: 111.5 })],
    ['parameters in parameters', withCodecs({ ...opus, parameters: { deep: { deeper: [] } } })],
    [
      'a thousand parameters',
      withCodecs({ ...opus, parameters: Object.fromEntries(many(1000, 0).map((_, n) => [n, n])) }),
    ],
    ['no encodings', withEncodings()],
    ['a thousand encodings', withEncodings(...many(1000, {}))],
    ['two encodings from one source', withEncodings({ ssrc: 5 }, { ssrc: 5 })],
    ['a source beyond 32 bits', withEncodings({ ssrc: 2 ** 32 })],
    ['an encoding of a codec that is not there', withEncodings({ ssrc: 5, codecPayloadType: 3 })],
    ['an extension that nobody knows', { ...microphone(), headerExtensions: [{ uri: 'urn:x', id: 1 }] }],
    ['an extension of number 0', { ...microphone(), headerExtensions: [{ uri: 'urn:3gpp:video-orientation', id: 0 }] }],
    ['a very long mid', { ...microphone(), mid: 'm'.repeat(1000) }],
  ])('%s', async (_what, rtpParameters) => {
    const { patient, leave } = await newcomer();
    const answer = await patient.raw('producer:create', { source: 'microphone', rtpParameters, paused: false });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    const good = { source: 'microphone', rtpParameters: microphone(), paused: false };
    expect(await patient.raw('producer:create', good)).toMatchObject({ ok: true });
    expect(await witness.notices()).toEqual([]);
    await leave();
  });

  it('a line break, wherever it may hide', async () => {
    const hidden = [...textsIn({ ...camera(), msid: 'a b', encodings: [{ rid: 'r0', scalabilityMode: 'L1T3' }] })];
    expect(hidden.length).toBeGreaterThan(10);
    const { patient, leave } = await newcomer();
    for (const rtpParameters of hidden) {
      const answer = await patient.raw('producer:create', { source: 'camera', rtpParameters, paused: false });
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    }
    await leave();
  });

  it('the source or the mid of what the same person sends already', async () => {
    const { patient, leave } = await newcomer();
    const first = microphone();
    await patient.request('producer:create', { source: 'microphone', rtpParameters: first, paused: false });
    for (const rtpParameters of [
      { ...camera(), mid: first.mid },
      { ...camera(), encodings: first.encodings },
    ]) {
      const answer = await patient.raw('producer:create', { source: 'camera', rtpParameters, paused: false });
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    }
    const own = await patient.raw('producer:create', { source: 'camera', rtpParameters: camera(), paused: false });
    expect(own).toMatchObject({ ok: true });
    await leave();
  });
});

/** The same with something at some depth that is not as it was. */
function bend(value: unknown, path: number[], to: unknown): unknown {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null || step === undefined) return to;
  const entries = Object.entries(value);
  if (entries.length === 0) return to;
  const bent = entries.map(([name, old], index) => [name, index === step % entries.length ? bend(old, rest, to) : old]);
  return Array.isArray(value) ? bent.map(([, one]) => one) : Object.fromEntries(bent);
}

describe('[REQ-1] [REQ-2] whatever is bent at whatever depth is answered by a code of the contract', () => {
  const path = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 });
  const to = fc.oneof(fc.jsonValue(), fc.constantFrom(null, -1, 1e300, '', [], {}, 'x'.repeat(3000)));
  const names = ['transport:connect', 'producer:create', 'consumers:start'] as const;

  it.each(names)('%s', async (name) => {
    const { patient, opened, leave } = await newcomer();
    const good = {
      'transport:connect': { transportId: opened.send.id, dtlsParameters },
      'producer:create': { source: 'camera', rtpParameters: camera(), paused: false },
      'consumers:start': { rtpCapabilities: opened.routerRtpCapabilities },
    }[name];
    await fc.assert(
      fc.asyncProperty(path, to, async (where, what) => {
        const bent = bend(good, where, what);
        const answer = await patient.raw(name, bent);
        const code = answer.ok ? 'accepted' : answer.error.code;
        const fits = socketRequests[name].data.safeParse(bent).success;
        expect(Object.keys(errorCodes)).toContain(answer.ok ? 'bad_request' : code);
        expect(code).not.toBe('internal');
        expect(fits || code === 'bad_request').toBe(true);
      }),
      { numRuns: Math.floor(280 / socketRequests[name].cost) },
    );
    expect(await witness.notices()).toEqual([]);
    await leave();
  });
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
