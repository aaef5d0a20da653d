import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import { Device } from 'mediasoup-client';
import { ownInterruption } from './interrupted.ts';
import { MediaLink, type MediaLinkOptions } from './media-link.ts';
import { receivedCapabilities } from './wire.ts';

/** Opens a link over the transports that the server has made. */
export type OpenLink = (options: Omit<MediaLinkOptions, 'interruption'>) => MediaLink;

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
  const device = await makeDevice();
  await device.load({ routerRtpCapabilities: receivedCapabilities(opened) });
  return (options) => new MediaLink({ ...options, interruption: interruptionOf(options.own) }, device, opened);
}
