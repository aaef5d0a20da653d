import { networkInterfaces } from 'node:os';

/**
 * The address at which browsers reach media when the server listens on all of them: the first one of this machine
 * that is not loopback, IPv4 before IPv6. null where `host` is an address itself, or there is no other.
 */
export function publicAddress(host: string): string | null {
  if (host !== '0.0.0.0' && host !== '::') return null;
  const outside = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.filter((a) => !a.internal));
  return (outside.find(({ family }) => family === 'IPv4') ?? outside[0])?.address ?? null;
}
