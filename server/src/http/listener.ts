import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Config } from '../config.ts';

/** Connections at most, however many files may be open: each takes some 20 kB, and three times what we ever measured. */
const most = 20_000;
/** Files that are left for the database, media workers and pages. */
const reserved = 1_000;

/** How long things may take, ms. A phone on a bad network has a second's round trip and less than 16 kB to send. */
const times = {
  /** From the first moment of a connection until a request's headers are there; nothing at all counts as well. */
  headersTimeout: 10_000,
  /** Until all of the request is there. */
  requestTimeout: 15_000,
  /** Between two requests of a connection. */
  keepAliveTimeout: 5_000,
  /** How often that is looked at. */
  connectionsCheckingInterval: 2_000,
};
/** How long nothing may move on a connection, ms; a WebSocket has its own pings. */
const stillFor = 60_000;
/** How long TLS may take to begin, ms. */
const handshakeTimeout = 10_000;
/** All headers of a request and its address together, bytes, and how many headers. */
const maxHeaderSize = 16_384;
const maxHeadersCount = 100;

/** A server for HTTP, or HTTPS, that lets nobody take all the time they like. */
export async function createListener(tls: Config['tls'], listener: RequestListener): Promise<Server> {
  const limits = { ...times, maxHeaderSize };
  const server =
    tls === null
      ? createServer(limits, listener)
      : createTlsServer({ ...limits, ...(await filesOf(tls)), handshakeTimeout }, listener);
  server.maxHeadersCount = maxHeadersCount;
  server.timeout = stillFor;
  return server;
}

async function filesOf({ cert, key }: NonNullable<Config['tls']>) {
  const [ours, secret] = await Promise.all([readFile(cert), readFile(key)]);
  return { cert: ours, key: secret, minVersion: 'TLSv1.2' } as const;
}

/** How many connections this process can have: running out of files would stop the database and the pages too. */
export async function mostConnections(): Promise<number> {
  // Node has raised the limit to what it may be. Where the kernel does not tell, it is what systems usually grant.
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const files = Number(/^Max open files +(\d+)/m.exec(limits)?.[1] ?? 10_240);
  return Math.max(Math.min(most, files - reserved), 100);
}
