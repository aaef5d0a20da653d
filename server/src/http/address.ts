import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { Express } from 'express';
import proxyAddr from 'proxy-addr';

/**
 * What an address is counted under. Whoever has one IPv6 address has all of its /64, so those are counted as one; an
 * IPv4 address is the same whether or not it came in through an IPv6 socket.
 */
export function countedAs(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const network = [...left, ...zeros, ...right].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));

/** Reads a request's address as the express app would, for requests that do not go through it: a socket's. */
export const addressReader =
  (app: Express) =>
  (request: IncomingMessage): string =>
    countedAs(proxyAddr(request, app.get('trust proxy fn')));

/** Whether an address that connects to us is a reverse proxy's that the app was told to trust. */
export const isProxy = (app: Express): ((address: string) => boolean) => {
  const trusts = app.get('trust proxy fn') as (address: string, hops: number) => boolean;
  return (address) => trusts(address, 0);
};
