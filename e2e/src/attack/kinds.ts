import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';

/** What an attacker does with a connection it has just opened, and how it goes on until the connection is closed. */
export interface Kind {
  begin: string;
  /** Sent again and again, and how often, ms. */
  goOn?: () => string;
  every?: number;
  /** Never reads what it is answered. */
  deaf?: boolean;
}

const host = 'Host: localhost\r\n';
const exchange = `POST /api/links/exchange HTTP/1.1\r\n${host}Content-Type: application/json\r\n`;
const webSocket = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`;
const guess = () => {
  const body = JSON.stringify({ secret: randomBytes(16).toString('base64url') });
  return `${exchange}Content-Length: ${body.length}\r\n\r\n${body}`;
};

/** A dribble keeps a connection alive; whole requests come more slowly, or many of them would be a plain overload. */
const dribble = 1_000;
const requests = 5_000;

export const kinds = {
  /** Connects and says nothing. */
  silent: { begin: '' },
  /** Dribbles headers that never end. */
  slowHeaders: { begin: `GET / HTTP/1.1\r\n${host}`, goOn: () => 'X-More: 1\r\n', every: dribble },
  /** Dribbles a body. */
  slowBody: { begin: `${exchange}Content-Length: 10000\r\n\r\n`, goOn: () => ' ', every: dribble },
  /** Asks for pages, and reads none. */
  deaf: { begin: `GET /staff HTTP/1.1\r\n${host}\r\n`.repeat(3), deaf: true },
  /** Opens a WebSocket and brings no token; says that it is alive. */
  halfOpenWebSocket: { begin: webSocket, goOn: () => '\u0081\u0081\0\0\0\u00003', every: dribble },
  /** Begins to poll, and never comes back. */
  halfOpenPolling: { begin: `GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n${host}\r\n` },
  /** Wants to be a WebSocket where there is none, and does not go away when it is refused. */
  refusedUpgrade: { begin: webSocket.replace('transport=websocket', 'transport=pigeon') },
  /** Guesses links. */
  guessing: { begin: guess(), goOn: guess, every: requests },
  /** Wants a huge answer to a small compressed question, and what is nested deeply taken apart. */
  packed: {
    begin: `${exchange}Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nxxxx`,
    goOn: () => `${exchange}Content-Length: 16000\r\n\r\n${'['.repeat(16_000)}`,
    every: requests,
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

export function attackOver(socket: Socket, { begin, goOn, every, deaf = false }: Kind): void {
  if (deaf) socket.pause();
  else socket.resume();
  socket.write(begin, 'latin1');
  if (goOn === undefined) return;
  const going = setInterval(() => socket.write(goOn(), 'latin1'), every);
  socket.once('close', () => clearInterval(going));
}
