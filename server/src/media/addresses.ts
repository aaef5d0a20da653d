import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** An address on which media listens, and the one browsers are told when that is another. */
export interface MediaAddress {
  host: string;
  announcedAddress: string | null;
}

/**
 * Media listens where the pages do, unless other addresses are announced for it: behind a proxy pages are on loopback
 * and media is not. An address of this machine is then listened on itself; any other must lead here from outside, so
 * all of its family are listened on. Where nothing is announced and pages are on all addresses, the first of each
 * family that leads outside is told.
 */
export function mediaAddresses(host: string, announced: readonly string[]): MediaAddress[] {
  if (announced.length > 0) return announced.map((address) => listenFor(address, host));
  if (!isUnspecified(host)) return [{ host, announcedAddress: null }];
  const outside = [outsideOf('IPv4'), ...(host === '::' ? [outsideOf('IPv6')] : [])].filter(
    (address) => address !== undefined,
  );
  if (outside.length === 0) return [{ host, announcedAddress: null }];
  return outside.map((address) => ({ host: allOf(address), announcedAddress: address }));
}

function listenFor(address: string, host: string): MediaAddress {
  if (address === host) return { host, announcedAddress: null };
  const own = interfaceAddresses().some((its) => its.address === address);
  if (own && !isUnspecified(host)) return { host: address, announcedAddress: null };
  return { host: allOf(address), announcedAddress: address };
}

/** All addresses of the same family. */
const allOf = (address: string): string => (isIPv6(address) ? '::' : '0.0.0.0');

const isUnspecified = (host: string) => host === '0.0.0.0' || host === '::';

const interfaceAddresses = () => Object.values(networkInterfaces()).flatMap((addresses = []) => addresses);

/** The first address of this machine's in that family which is neither loopback nor of one cable alone. */
const outsideOf = (wanted: 'IPv4' | 'IPv6'): string | undefined =>
  interfaceAddresses().find(
    ({ internal, family, address }) => !internal && family === wanted && !address.toLowerCase().startsWith('fe80:'),
  )?.address;

/** The first address of this machine that leads outside, IPv4 before IPv6; null when there is none. */
export const firstOutside = (): string | null => outsideOf('IPv4') ?? outsideOf('IPv6') ?? null;
