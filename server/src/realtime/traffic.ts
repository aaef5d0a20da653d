import { pointsPerMinute } from '@front-door/shared/protocol/socket.ts';
import { cut, type EngineSocket } from './engine.ts';

const minute = 60_000;
/**
 * What one connection may send in a minute, asked for or not. Whoever keeps to the allowance sends 300 messages and
 * 600 kB; far beyond that nobody waits for answers any more, and even refusing costs too much.
 */
const mostMessages = 20 * pointsPerMinute;
const mostBytes = 4_000_000;
/** What may lie ready for somebody who does not take it, bytes: the waiting list of 5,000 is 3 MB, a dead phone gets 18 s. */
const mostUnread = 16_000_000;

interface Packet {
  data?: string | Buffer | undefined;
}

/** Cuts a connection that sends without measure, or has others pile up what it does not read. */
export function limitTraffic(connection: EngineSocket, now: () => number): void {
  let since = now();
  let messages = 0;
  let bytes = 0;
  connection.on('packet', ({ data }: Packet) => {
    if (now() - since >= minute) {
      since = now();
      messages = 0;
      bytes = 0;
    }
    messages += 1;
    bytes += data?.length ?? 0;
    if (messages > mostMessages || bytes > mostBytes) cut(connection);
  });

  let unread = 0;
  connection.on('packetCreate', ({ data }: Packet) => {
    unread += data?.length ?? 0;
    if (unread > mostUnread) cut(connection);
  });
  connection.on('flush', () => (unread = 0));
}
