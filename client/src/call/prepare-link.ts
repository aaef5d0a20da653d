import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { Device } from 'mediasoup-client';
import { browserDevice } from './browser-device.ts';
import { ownInterruption } from './interrupted.ts';
import { MediaLink, type MediaLinkOptions } from './media-link.ts';
import { receivedCapabilities, type Spoken } from './wire.ts';

/** Opens a link over the transports that the server has made. */
export type OpenLink = (options: Omit<MediaLinkOptions, 'interruption'>) => MediaLink;

/**
 * What was found out, by what the router speaks: it stays so, and finding it out takes a browser two peer connections,
 * for which nobody has time who comes back from an outage.
 */
const known = new Map<string, Promise<Device>>();

/**
 * Finds out what this browser can send and receive of what the consultation's router speaks.
 *
 * @throws when the browser cannot make calls
 */
export function prepareDevice(spoken: Spoken, makeDevice: () => Promise<Device> = browserDevice): Promise<Device> {
  const key = JSON.stringify(spoken);
  const found = known.get(key) ?? loaded(spoken, makeDevice);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function loaded(spoken: Spoken, makeDevice: () => Promise<Device>): Promise<Device> {
  const device = await makeDevice();
  if (!device.loaded) await device.load({ routerRtpCapabilities: receivedCapabilities(spoken) });
  return device;
}

/**
 * Does that for what was opened; gives how to open the link.
 *
 * @throws as {@link prepareDevice}
 */
export async function prepareLink(
  opened: SocketReply<'media:open'>,
  makeDevice?: () => Promise<Device>,
  interruptionOf = ownInterruption,
): Promise<OpenLink> {
  const device = await prepareDevice(opened.routerRtpCapabilities, makeDevice);
  return (options) => new MediaLink({ ...options, interruption: interruptionOf(options.own) }, device, opened);
}
