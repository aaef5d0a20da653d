import { isIPv4 } from 'node:net';
import type { Config } from '../config.ts';

interface Relevant extends Pick<Config, 'tls' | 'publicUrl' | 'trustProxy'> {
  /** The first address that browsers are told for media, if not the one listened on. */
  announcedAddress: string | null;
}

/**
 * What somebody with a phone would be missing as the server is set up, one line each, with what to do; nothing when
 * all is well. `listening` is the address really listened on.
 */
export function adviceFor(config: Relevant, listening: { address: string }): string[] {
  const { tls, publicUrl, trustProxy, announcedAddress } = config;
  const behindProxy = trustProxy !== null;
  const https = tls !== null || publicUrl?.startsWith('https:') === true;
  const media = announcedAddress ?? listening.address;
  const advice: string[] = [];

  if (isLoopback(listening.address) && !behindProxy) {
    advice.push(
      'Only this computer can open these links. Set HOST=0.0.0.0 to let others in, or TRUST_PROXY and PUBLIC_URL behind a reverse proxy.',
    );
  }
  if (!https) {
    advice.push(
      'Browsers give camera and microphone to https pages only, except on this computer. Set TLS_CERT and TLS_KEY, or TRUST_PROXY and PUBLIC_URL=https://... behind a reverse proxy.',
    );
  }
  if (https && tls === null && !behindProxy) {
    advice.push(
      'PUBLIC_URL is https but this server is not, so there is a proxy. Set TRUST_PROXY=1, or everybody is counted as one address and too many wrong links shut all out.',
    );
  }
  if (isUnspecified(listening.address) && publicUrl === null) {
    advice.push('Links are made for this computer. Set PUBLIC_URL to the address that others use.');
  }
  if (isLoopback(media) || isUnspecified(media)) {
    advice.push(
      'Sound and pictures reach this computer only, and Firefox not even here. Set ANNOUNCED_ADDRESS to the IP address by which others reach it.',
    );
  }
  return advice;
}

const isLoopback = (address: string): boolean =>
  address === 'localhost' || address === '::1' || (isIPv4(address) && address.startsWith('127.'));

const isUnspecified = (address: string): boolean => address === '0.0.0.0' || address === '::';
