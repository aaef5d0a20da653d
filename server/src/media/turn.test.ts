import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { meet, meetAdmitted } from '../testing/meeting.ts';
import { Person } from '../testing/person.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf, Visitor } from '../testing/visitor.ts';
import { Turn } from './turn.ts';

const secret = '0123456789abcdef';
const urls = ['turn:turn.example:3478?transport=udp', 'turns:turn.example:443?transport=tcp'];
const now = 1_700_000_000_000;
const turn = new Turn({ urls, secret, lifetime: 600 }, () => now);

describe('[TURN-1] what opens the relay', () => {
  const visitId = randomUUID();
  const [server] = turn.forCall(visitId);

  it('is a name that ends with the lifetime, signed as coturn wants it', () => {
    expect(server!.urls).toEqual(urls);
    expect(server!.username).toMatch(/^1700000600:[\w-]{22}$/);
    expect(server!.credential).toBe(createHmac('sha1', secret).update(server!.username).digest('base64'));
  });

  it('is one name for one visit, so that the relay can count it, and tells nothing of the visit', () => {
    const name = (id: string) => turn.forCall(id)[0]!.username.split(':')[1]!;
    expect(name(visitId)).toBe(name(visitId));
    expect(name(visitId)).not.toBe(name(randomUUID()));
    expect(JSON.stringify(server)).not.toContain(visitId);
    expect(
      new Turn({ urls, secret: 'another secret of ours', lifetime: 600 }, () => now).forCall(visitId)[0]!.username,
    ).not.toContain(name(visitId));
  });

  it('is for a minute when the connection is only checked, and under another name', () => {
    expect(turn.forCheck(visitId)[0]!.username).toMatch(/^1700000060:/);
    expect(turn.forCheck(visitId)[0]!.username.split(':')[1]).not.toBe(server!.username.split(':')[1]);
  });

  it('is nothing where there is no relay', () => {
    const none = new Turn(null, () => now);
    expect([none.forCall(visitId), none.forCheck(visitId)]).toEqual([[], []]);
  });
});

describe('[TURN-1] who is given it', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ turn: { urls, secret, lifetime: 600 } });
  });
  afterAll(() => server.close());

  it('is whoever has been let in, with the media and with each restart', async () => {
    const { patient, patientId } = await meetAdmitted(server);
    const { send, iceServers } = await patient.request('media:open', {});
    expect(iceServers).toEqual([{ urls, username: expect.any(String), credential: expect.any(String) }]);
    expect(JSON.stringify(iceServers)).not.toContain(patientId);
    const restarted = await patient.request('transport:restart-ice', { transportId: send.id });
    expect(restarted.iceServers).toMatchObject([{ urls }]);
  });

  it('is nobody who waits, but for a check of the connection', async () => {
    const { patient, patientId } = await meet(server);
    expect(await outcomeOf(patient.request('media:open', {}))).toBe('not_admitted');
    expect((await patient.request('check:open', { way: 'udp' })).iceServers).toEqual([]);
    const checked = await patient.request('check:open', { way: 'turn' });
    expect(checked.iceServers).toMatchObject([{ urls }]);
    expect(checked.iceServers[0]!.username).not.toContain(patientId);
    expect(checked.transport.iceCandidates.map(({ protocol }) => protocol)).toEqual(['udp']);
  });
});

describe('[TURN-1] strangers who check the connection', () => {
  it('share one name at one address, so that they cannot take the relay from those in calls', async () => {
    const server = await startTestServer({ turn: { urls, secret, lifetime: 600 } });
    const names: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const { token } = (await new Person(server.app.origin).ask('check.enter', {})).body;
      const stranger = await Visitor.connect(server.app.origin, token);
      const { iceServers } = await stranger.request('check:open', { way: 'turn' });
      names.push(iceServers[0]!.username.split(':')[1]!);
      stranger.leave();
    }
    expect(names[1]).toBe(names[0]);
    await server.close();
  });
});

describe('[TURN-2] the settings of the relay', () => {
  const read = (env: NodeJS.ProcessEnv) => readConfig(env, []).turn;
  const good = { TURN_URLS: urls.join(', '), TURN_SECRET: secret };

  it('are none at first, and then addresses, the secret and a lifetime of ten minutes', () => {
    expect(read({})).toBeNull();
    expect(read(good)).toEqual({ urls, secret, lifetime: 600 });
    expect(read({ ...good, TURN_LIFETIME: '120' })).toMatchObject({ lifetime: 120 });
    expect(read({ ...good, TURN_URLS: 'turn:[2001:db8::1]:3478' })).toMatchObject({
      urls: ['turn:[2001:db8::1]:3478'],
    });
  });

  it.each([
    ['TURN_URLS', { TURN_URLS: 'turn.example:3478' }],
    ['TURN_URLS', { TURN_URLS: 'stun:turn.example' }],
    ['TURN_URLS', { TURN_URLS: 'turn:turn.example?transport=sctp' }],
    ['TURN_URLS', { TURN_URLS: ',' }],
    ['TURN_URLS', { TURN_URLS: Array<string>(5).fill('turn:turn.example').join() }],
    ['TURN_SECRET', { TURN_SECRET: 'short' }],
    ['TURN_SECRET', { TURN_URLS: '' }],
    ['TURN_SECRET', { TURN_SECRET: '' }],
    ['TURN_LIFETIME', { TURN_LIFETIME: '86400' }],
    ['TURN_LIFETIME', { TURN_LIFETIME: 'long' }],
  ])('are refused at the start when they are wrong, by the name: %s', (name, env) => {
    const complaint = () => read({ ...good, ...env });
    expect(complaint).toThrow(new RegExp(`^${name}[.\\d]*: `));
    expect(complaint).not.toThrow(secret);
  });
});
