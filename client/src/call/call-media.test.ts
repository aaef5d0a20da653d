import type { Interruption } from '@front-door/shared/domain/interruption.ts';
import { signal, type Signal } from '@preact/signals';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallMedia } from './call-media.ts';
import { OwnMedia } from './own-media.ts';
import { prepareLink } from './prepare-link.ts';
import { fakeTrack } from './testing/fake-track.ts';
import { deviceWithoutBrowser, offerOf, ScriptedServer } from './testing/scripted-server.ts';

const first = { number: 1, mediaKept: false, opened: null };
let server: ScriptedServer;
let own: OwnMedia;
let interruption: Signal<Interruption | null>;
let media: CallMedia;

beforeEach(() => {
  server = new ScriptedServer();
  own = new OwnMedia();
  interruption = signal(null);
  media = new CallMedia({
    signalling: server.signalling,
    own,
    view: signal(null),
    prepareLink: (opened) => prepareLink(opened, deviceWithoutBrowser, () => interruption),
  });
});

afterEach(() => {
  media.follow(null, null);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const opens = async (device: 'microphone' | 'camera', muted = false) =>
  own[device].open(Promise.resolve({ track: fakeTrack(device), problem: null }), muted);

/** Resolves when the server has been asked this so often. */
const isAsked = (name: string, times: number) => vi.waitFor(() => expect(server.count(name)).toBe(times));
const isOpen = () => vi.waitFor(() => expect(media.state.value).toBe('open'));

test('asks for nothing before media is wanted', async () => {
  await opens('microphone');
  media.follow(null, first);
  expect(server.asked).toEqual([]);
  expect(media.state.value).toBe('closed');
});

test('once wanted, joins and sends what is on', async () => {
  await opens('microphone');
  await opens('camera');
  media.follow('call', first);
  await isAsked('producer:create', 2);
  expect(server.asked.slice(0, 2)).toEqual(['media:open', 'consumers:start']);
  expect(server.asked).toContain('producer:create microphone');
  expect(server.asked).toContain('producer:create camera');
});

test('[CALL-7] what was opened with the connection is taken at once, and not for anything later', async () => {
  const welcomed = { ...first, opened: server.opened() };
  expect(media.isMissing).toBe(true);
  media.follow('call', welcomed);
  await vi.waitFor(() => expect(server.asked).toEqual(['consumers:start']));
  expect(media.isMissing).toBe(false);
  media.follow(null, welcomed);
  media.follow('call', welcomed);
  await vi.waitFor(() => expect(server.asked).toEqual(['consumers:start', 'media:open', 'consumers:start']));
});

test('[CALL-7] what was opened with the connection and is not wanted is left alone', async () => {
  const welcomed = { ...first, opened: server.opened() };
  media.follow('standby', welcomed);
  await vi.waitFor(() => expect(server.asked).toEqual(['media:prepare', 'consumers:start']));
});

test('whoever is muted starts muted', async () => {
  await opens('microphone', true);
  media.follow('call', first);
  await vi.waitFor(() => expect(server.asked).toContain('producer:create microphone muted'));
});

test('tells the server of every mute, also of one it could not be told of while away', async () => {
  await opens('microphone');
  media.follow('call', first);
  await isAsked('producer:create', 1);

  own.microphone.mute(true);
  await isAsked('producer:pause', 1);
  own.microphone.mute(false);
  await isAsked('producer:resume', 1);

  server.away = true;
  own.microphone.mute(true);
  await vi.waitFor(() => expect(own.microphone.state.value).toMatchObject({ muted: true }));
  server.away = false;
  media.follow('call', { number: 2, mediaKept: true, opened: null });
  await isAsked('producer:pause', 2);
});

test('a camera that is switched off pauses its stream, and goes on with it when it is on again', async () => {
  await opens('camera');
  media.follow('call', first);
  await isAsked('producer:create', 1);
  own.camera.close();
  await isAsked('producer:pause', 1);
  await opens('camera');
  await isAsked('producer:resume', 1);
  expect(server.count('producer:create')).toBe(1);
});

test('keeps its transports over a lost connection when the server kept them, and restarts their ICE', async () => {
  media.follow('call', first);
  await isOpen();
  media.follow('call', null);
  media.follow('call', { number: 2, mediaKept: true, opened: null });
  await isAsked('transport:restart-ice', 2);
  expect(server.count('media:open')).toBe(1);
});

test('[NET-9] when nothing comes over transports that stood, says so, restarts their ICE and doubts the connection', async () => {
  vi.useFakeTimers();
  let bytesReceived = 0;
  vi.spyOn(FakeHandler.prototype, 'getTransportStats').mockImplementation(async function (this: FakeHandler) {
    this.setConnectionState('connected');
    const pair = { id: 'used', type: 'candidate-pair', bytesReceived, responsesReceived: 1 };
    return new Map<string, object>([
      ['transport', { type: 'transport', selectedCandidatePairId: 'used' }],
      ['used', pair],
    ]);
  });
  media.follow('call', first);
  await vi.advanceTimersByTimeAsync(1_500);
  bytesReceived += 100;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(media.state.value).toBe('open');
  expect(server.count('transport:restart-ice')).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(media.state.value).toBe('failing');
  expect(server.count('transport:restart-ice')).toBe(2);
  expect(server.doubts).toBeGreaterThan(0);
  bytesReceived += 100;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(media.state.value).toBe('open');
  expect(server.count('transport:restart-ice')).toBe(2);
});

test('opens anew when the server did not keep them, or lost them', async () => {
  media.follow('call', first);
  await isOpen();
  media.follow('call', { number: 2, mediaKept: false, opened: null });
  await isAsked('media:open', 2);
  await isOpen();
  server.tell('media:lost', { opened: null });
  await isAsked('media:open', 3);
});

test('[MEDIA-5] takes what the server has opened unasked when it lost the media, once', async () => {
  await opens('microphone', true);
  media.follow('call', first);
  await isAsked('producer:create', 1);
  server.tell('media:lost', { opened: server.opened() });
  await isAsked('producer:create', 2);
  expect(server.asked.at(-1)).toBe('producer:create microphone muted');
  expect(server.count('consumers:start')).toBe(2);
  expect(server.count('media:open')).toBe(1);
  media.follow('call', { number: 2, mediaKept: false, opened: null });
  await isAsked('media:open', 2);
});

test('[STANDBY-1] sets everything up on standby, sends nothing of it, and lets it flow when it is a call', async () => {
  await opens('microphone');
  await opens('camera');
  media.follow('standby', first);
  await isAsked('producer:create', 2);
  expect(server.asked.slice(0, 2)).toEqual(['media:prepare', 'consumers:start']);
  expect(media.state.value).toBe('closed');
  media.follow('call', first);
  expect(media.state.value).toBe('open');
  await isAsked('media:begin', 1);
  expect([server.count('media:open'), server.count('producer:create')]).toEqual([0, 2]);
});

test('[STANDBY-4] says in the call what was muted on standby, and what was unmuted', async () => {
  await opens('microphone');
  await opens('camera');
  media.follow('standby', first);
  await isAsked('producer:create', 2);
  own.microphone.mute(true);
  own.camera.close();
  media.follow('standby', first);
  expect(server.count('producer:pause')).toBe(0);
  media.follow('call', first);
  await vi.waitFor(() => expect(server.asked).toContain('producer:pause microphone'));
  await vi.waitFor(() => expect(server.asked).toContain('producer:pause camera'));
  own.microphone.mute(false);
  await vi.waitFor(() => expect(server.asked).toContain('producer:resume microphone'));
});

test('[STANDBY-5] opens the call as any other when standing by failed, or was on another connection', async () => {
  server.refuse = { name: 'media:prepare', code: 'wrong_state' };
  media.follow('standby', first);
  await isAsked('media:prepare', 1);
  expect(media.state.value).toBe('closed');
  media.follow('call', first);
  await isOpen();
  media.follow(null, first);
  server.refuse = null;
  media.follow('standby', first);
  await isAsked('consumers:start', 2);
  media.follow('call', { number: 2, mediaKept: true, opened: null });
  await isAsked('media:open', 2);
});

test('[STANDBY-1] what is still being set up to stand by is not set up again for the call, and begins with it', async () => {
  await opens('microphone');
  media.follow('standby', first);
  media.follow('call', first);
  expect(media.state.value).toBe('opening');
  await isOpen();
  await isAsked('media:begin', 1);
  await isAsked('producer:create', 1);
  expect(server.count('media:prepare') + server.count('media:open')).toBe(1);
});

test('[STANDBY-5] what could not be set up to stand by by then is opened as any call, and nothing is said of it', async () => {
  const states: string[] = [];
  media.state.subscribe((state) => void states.push(state));
  server.refuse = { name: 'media:prepare', code: 'media_unavailable' };
  media.follow('standby', first);
  media.follow('call', first);
  await isOpen();
  expect(server.asked.slice(0, 3)).toEqual(['media:prepare', 'media:open', 'consumers:start']);
  expect(states).not.toContain('failing');
});

test('[STANDBY-2] closes the call before it stands by again', async () => {
  await opens('microphone');
  media.follow('call', first);
  await isAsked('producer:create', 1);
  media.follow('standby', first);
  expect(media.state.value).toBe('closed');
  await isAsked('media:prepare', 1);
  server.tell('media:lost', { opened: null });
  await isAsked('media:prepare', 2);
});

test('tries again when media does not open, and says so', async () => {
  vi.useFakeTimers();
  server.refuse = { name: 'media:open', code: 'media_unavailable' };
  media.follow('call', first);
  await vi.advanceTimersByTimeAsync(100);
  expect(media.state.value).toBe('failing');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.count('media:open')).toBeGreaterThan(2);
  server.refuse = null;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(media.state.value).toBe('open');
});

test('shows what the others send, as they mute it and stop it', async () => {
  const voice = offerOf('ada', 'microphone');
  const picture = offerOf('ada', 'camera', true);
  server.offers = [voice, picture];
  media.follow('call', first);
  const shown = () => media.remote.value.map(({ source, paused }) => `${source}${paused ? ' paused' : ''}`);
  await vi.waitFor(() => expect(shown()).toEqual(['microphone', 'camera paused']));
  expect(server.count('consumer:resume')).toBe(2);

  server.tell('consumer:paused', { consumerId: voice.consumerId });
  server.tell('consumer:resumed', { consumerId: picture.consumerId });
  expect(shown()).toEqual(['microphone paused', 'camera']);
  server.tell('consumer:closed', { consumerId: voice.consumerId });
  expect(shown()).toEqual(['camera']);
});

test('after an outage, shows what is there now and nothing else', async () => {
  const before = offerOf('ada', 'camera');
  server.offers = [before];
  media.follow('call', first);
  await vi.waitFor(() => expect(media.remote.value).toHaveLength(1));
  const kept = media.remote.value[0]!.track;

  server.offers = [offerOf('bob', 'camera')];
  media.follow('call', { number: 2, mediaKept: true, opened: null });
  await vi.waitFor(() => expect(media.remote.value.map(({ visitId }) => visitId)).toEqual(['bob']));
  expect(kept.readyState).toBe('ended');
});

test('a stream that ended before it was set up costs the others nothing', async () => {
  server.offers = [offerOf('ada', 'camera')];
  server.refuse = { name: 'consumer:resume', code: 'not_found' };
  media.follow('call', first);
  await isAsked('consumer:resume', 1);
  await vi.waitFor(() => expect(media.remote.value).toEqual([]));
  expect(server.count('media:open')).toBe(1);
  expect(media.state.value).toBe('open');
});

test('on hold nothing is sent though the devices stay on; brought back, it opens anew on the same connection', async () => {
  await opens('microphone');
  server.offers = [offerOf('ada', 'camera')];
  media.follow('call', first);
  await isAsked('producer:create', 1);
  await vi.waitFor(() => expect(media.remote.value).toHaveLength(1));
  const seen = media.remote.value[0]!.track;
  media.follow(null, first);
  expect(seen.readyState).toBe('ended');
  expect(own.microphone.state.value).toMatchObject({ is: 'on', muted: false });
  const asked = server.asked.length;
  own.microphone.mute(true);
  own.microphone.mute(false);
  expect(server.asked).toHaveLength(asked);
  media.follow('call', first);
  await isAsked('producer:create', 2);
  expect(server.count('media:open')).toBe(2);
  await vi.waitFor(() => expect(media.remote.value).toHaveLength(1));
});

test('closes everything when media is not wanted any more', async () => {
  server.offers = [offerOf('ada', 'camera')];
  media.follow('call', first);
  await vi.waitFor(() => expect(media.remote.value).toHaveLength(1));
  media.follow(null, first);
  expect(media.state.value).toBe('closed');
  expect(media.remote.value).toEqual([]);
});

test('[PHONE-1] [PHONE-2] tells the others of an interruption, and again on another connection and after opening anew', async () => {
  media.follow('call', first);
  await isOpen();
  expect(server.count('media:interrupted')).toBe(0);
  interruption.value = 'microphone';
  expect(server.asked.at(-1)).toBe('media:interrupted microphone');
  interruption.value = null;
  expect(server.asked.at(-1)).toBe('media:interrupted');

  server.away = true;
  interruption.value = 'hidden';
  server.away = false;
  media.follow('call', { number: 2, mediaKept: true, opened: null });
  await vi.waitFor(() => expect(server.asked).toContain('media:interrupted hidden'));
  const told = server.count('media:interrupted');
  server.tell('media:lost', { opened: null });
  await isAsked('media:interrupted', told + 1);
});

test('[NET-5] marks of what nothing arrives, unless it is paused', async () => {
  vi.useFakeTimers();
  const voice = offerOf('ada', 'microphone');
  server.offers = [voice, offerOf('bob', 'microphone', true)];
  media.follow('call', first);
  await vi.advanceTimersByTimeAsync(100);
  const arriving = () => media.remote.value.map((track) => track.arriving);
  expect(arriving()).toEqual([true, true]);
  // Without a browser no packet ever comes.
  await vi.advanceTimersByTimeAsync(10_000);
  expect(arriving()).toEqual([false, true]);
  server.tell('consumer:paused', { consumerId: voice.consumerId });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(arriving()).toEqual([true, true]);
});
