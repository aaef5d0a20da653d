import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/**
 * Below what others are given ports from without asking for one: connections and listeners of this machine's (Linux from
 * 32,768, elsewhere higher), and media workers (from 10,000). None of them gets this one before it is used, or while a
 * server is away that comes back on it. Above what browsers refuse to go to.
 */
const [first, end] = [7_000, 10_000];

/** A port that nobody has on any address, over TCP or UDP, and the one after it as little: a spare worker takes that. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(first / 2, end / 2) * 2;
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    // On all addresses of both families, where there are two.
    await once(server.listen(port), 'listening');
    const { family } = server.address() as AddressInfo;
    const socket = createSocket(family === 'IPv6' ? 'udp6' : 'udp4');
    try {
      await once(socket.bind(port), 'listening');
      return true;
    } finally {
      await new Promise<void>((closed) => socket.close(closed));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  } finally {
    if (server.listening) await new Promise((closed) => server.close(closed));
  }
}
