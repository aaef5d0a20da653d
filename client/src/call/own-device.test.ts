import { beforeEach, expect, test } from 'vitest';
import type { Opened } from './devices.ts';
import { OwnDevice } from './own-device.ts';
import { fakeTrack } from './testing/fake-track.ts';

let device: OwnDevice;
beforeEach(() => {
  device = new OwnDevice();
});

const opened = (track = fakeTrack('microphone')): Promise<Opened> => Promise.resolve({ track, problem: null });
const refused = (problem: 'in_use' | 'refused') => (): Promise<Opened> => Promise.resolve({ track: null, problem });

test('[PHONE-1] notices when the system takes it, and when it gives it back', async () => {
  const track = fakeTrack('microphone');
  await device.open(opened(track));
  expect(device.isTaken).toBe(false);
  track.dispatchEvent(new Event('mute'));
  expect(device.isTaken).toBe(true);
  expect(device.state.value).toMatchObject({ is: 'on', muted: false });
  track.dispatchEvent(new Event('unmute'));
  expect(device.isTaken).toBe(false);
});

test('[PHONE-1] is taken also when it ends, or comes silent', async () => {
  const track = fakeTrack('microphone');
  await device.open(opened(track));
  track.dispatchEvent(new Event('ended'));
  expect(device.isTaken).toBe(true);
  await device.open(opened(Object.assign(fakeTrack('microphone'), { muted: true })));
  expect(device.isTaken).toBe(true);
});

test('[PHONE-1] taken again, it is another track, muted as the person had it', async () => {
  for (const how of ['mute', 'ended']) {
    const first = fakeTrack('microphone');
    const second = fakeTrack('microphone');
    await device.open(opened(first));
    device.mute(true);
    first.dispatchEvent(new Event(how));
    await device.retake(() => opened(second));
    expect(device.state.value).toEqual({ is: 'on', track: second, muted: true, taken: false });
    expect(second.enabled).toBe(false);
    // What the old one still says is nobody's business.
    first.dispatchEvent(new Event('mute'));
    expect(device.isTaken).toBe(false);
    device.close();
  }
});

test('[PHONE-1] can be tried again as long as somebody else has it', async () => {
  await device.open(opened());
  (device.state.value as unknown as { track: MediaStreamTrack }).track.dispatchEvent(new Event('ended'));
  const retaking = device.retake(refused('in_use'));
  expect(device.isTaken).toBe(true);
  await retaking;
  expect(device.isTaken).toBe(true);
  await device.retake(refused('refused'));
  expect(device.state.value).toEqual({ is: 'missing', problem: 'refused' });
});

test('[PHONE-1] what the person has closed is not taken', async () => {
  const track = fakeTrack('microphone');
  await device.open(opened(track));
  device.close();
  track.dispatchEvent(new Event('ended'));
  expect(device.state.value).toEqual({ is: 'off' });
});
