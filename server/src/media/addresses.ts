import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Where media listens, and the address browsers are told when that is another one. */
export interface MediaAddresses {
  host: string;
  announcedAddress: string | null;
}

/**
 * Media listens where the pages do, unless another address is announced for it: behind a proxy pages are on loopback
 * and media is not. An address of this machine is then listened on itself; any other must lead here from outside, so
 * all are listened on.
 */
export function mediaAddresses(host: string, announcedAddress: string | null): MediaAddresses {
  if (isUnspecified(host)) return { host, announcedAddress: announcedAddress ?? firstOutside() };
  if (announcedAddress === null || announcedAddress === host) return { host, announcedAddress: null };
  const own = interfaceAddresses().some(({ address }) => address === announcedAddress);
  if (own) return { host: announcedAddress, announcedAddress: null };
  return { host: isIPv6(announcedAddress) ? '::' : '0.0.0.0', announcedAddress };
}

const isUnspecified = (host: string) => host === '0.0.0.0' || host === '::';

const interfaceAddresses = () => Object.values(networkInterfaces()).flatMap((addresses = []) => addresses);

/** The first address of this machine that is not loopback, IPv4 before IPv6; null when there is none. */
export function firstOutside(): string | null {
  const outside = interfaceAddresses().filter(({ internal }) => !internal);
  return (outside.find(({ family }) => family === 'IPv4') ?? outside[0])?.address ?? null;
}
