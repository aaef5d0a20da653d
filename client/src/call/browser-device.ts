import { detectDeviceAsync, Device, type types } from 'mediasoup-client';
import { Chrome111 } from 'mediasoup-client/handlers/Chrome111';
import { Chrome74 } from 'mediasoup-client/handlers/Chrome74';
import { Firefox120 } from 'mediasoup-client/handlers/Firefox120';
import { Safari12 } from 'mediasoup-client/handlers/Safari12';
import { Memory } from '../net/memory.ts';

/** By the names under which the media library recognises browsers. */
const handlers: Record<string, { createFactory: (options: object) => types.HandlerFactory }> = {
  Chrome111,
  Chrome74,
  Firefox120,
  Safari12,
};

/**
 * A device of the media library for this browser.
 *
 * @throws when it cannot make calls
 */
export async function browserDevice(): Promise<Device> {
  const name = (await detectDeviceAsync()) ?? '';
  const handler = handlers[name];
  if (handler === undefined) throw new Error(`no handler for this browser (${name})`);
  return new Device({ handlerFactory: remembering(handler.createFactory({}), new Memory(() => sessionStorage)) });
}

/**
 * What a browser can send and receive stays the same in a tab, and to find it out costs a page two peer connections,
 * some 80 ms: one that is loaded anew in a call knows it from before.
 */
export function remembering(
  factory: types.HandlerFactory,
  memory: Pick<Memory, 'read' | 'write'>,
  browser = navigator.userAgent,
): types.HandlerFactory {
  return {
    ...factory,
    getNativeRtpCapabilities: async (asked) => {
      const key = `front-door.media.${asked.direction}.${browser}`;
      const kept = memory.read(key);
      if (kept !== null) return JSON.parse(kept) as types.RtpCapabilities;
      const found = await factory.getNativeRtpCapabilities(asked);
      memory.write(key, JSON.stringify(found));
      return found;
    },
  };
}
