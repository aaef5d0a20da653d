import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import { Device } from 'mediasoup-client';
import { ownInterruption } from './interrupted.ts';
import { MediaLink, type MediaLinkOptions } from './media-link.ts';
import { receivedCapabilities } from './wire.ts';

/** Opens a link over the transports that the server has made. */
export type OpenLink = (options: Omit<MediaLinkOptions, 'interruption'>) => MediaLink;

/**
 * What was found out, by what the router speaks: it stays so, and finding it out takes a browser two peer connections,
 * for which nobody has time who comes back from an outage.
 */
const known = new Map<string, Device>();

/**
 * Finds out what this browser can send and receive of what the consultation's router speaks; gives how to open the link.
 *
 * @throws when the browser cannot make calls
 */
export async function prepareLink(
  opened: SocketReply<'media:open'>,
  makeDevice: () => Promise<Device> = () => Device.factory(),
  interruptionOf = ownInterruption,
): Promise<OpenLink> {
  const spoken = JSON.stringify(opened.routerRtpCapabilities);
  const device = known.get(spoken) ?? (await makeDevice());
  if (!device.loaded) await device.load({ routerRtpCapabilities: receivedCapabilities(opened) });
  known.set(spoken, device);
  return (options) => new MediaLink({ ...options, interruption: interruptionOf(options.own) }, device, opened);
}
