import { Device } from 'mediasoup-client';
import {
  generateLocalDtlsParameters,
  generateNativeRtpCapabilities,
  generateRouterRtpCapabilities,
} from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { beforeEach, expect, test, vi } from 'vitest';
import { Memory } from '../net/memory.ts';
import { remembering } from './browser-device.ts';

const asked = vi.fn<typeof generateNativeRtpCapabilities>(generateNativeRtpCapabilities);
const storage = new Map<string, string>();
beforeEach(() => {
  asked.mockClear();
  storage.clear();
});

/** A page's device, loaded with what the server speaks; a tab's pages share the storage. */
async function loaded(browser: string): Promise<Device> {
  const memory = new Memory(
    () => ({ getItem: (key: string) => storage.get(key) ?? null, setItem: storage.set.bind(storage) }) as never,
  );
  const parameters = { generateNativeRtpCapabilities: asked, generateLocalDtlsParameters };
  const device = new Device({ handlerFactory: remembering(FakeHandler.createFactory(parameters), memory, browser) });
  await device.load({ routerRtpCapabilities: generateRouterRtpCapabilities() });
  return device;
}

test('[CALL-7] a page that is loaded anew knows from before what its browser can send and receive', async () => {
  const first = await loaded('a browser');
  expect(asked).toHaveBeenCalledTimes(2);
  const again = await loaded('a browser');
  expect(asked).toHaveBeenCalledTimes(2);
  expect(again.recvRtpCapabilities).toEqual(first.recvRtpCapabilities);
  expect(again.sendRtpCapabilities).toEqual(first.sendRtpCapabilities);
});

test('[CALL-7] another browser in the same tab, as after an update, finds it out for itself', async () => {
  await loaded('a browser');
  await loaded('a newer browser');
  expect(asked).toHaveBeenCalledTimes(4);
});
