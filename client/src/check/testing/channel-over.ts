import type { EchoChannel } from '../probe.ts';

/** What a network does: loses every so-manieth message, takes its time, and lets so many bits through. */
export interface Network {
  loses?: number;
  delay?: number;
  bitsPerSecond?: number;
  /** Breaks after so many messages. */
  breaksAfter?: number;
}

/** A channel through a network, on the test's clock. What does not fit through waits on this side. */
export function channelOver({
  loses = Infinity,
  delay = 40,
  bitsPerSecond = Infinity,
  breaksAfter = Infinity,
}: Network): EchoChannel {
  const listeners: Array<(message: { data: unknown }) => void> = [];
  let count = 0;
  let freeAt = 0;
  const channel: EchoChannel = {
    get readyState() {
      return count < breaksAfter ? 'open' : 'closed';
    },
    get bufferedAmount() {
      const waiting = Math.max(0, freeAt - performance.now());
      return bitsPerSecond === Infinity ? 0 : (waiting * bitsPerSecond) / 8_000;
    },
    send(data) {
      count += 1;
      freeAt = Math.max(freeAt, performance.now()) + (data.byteLength * 8_000) / bitsPerSecond;
      if (count % loses === 0 || count >= breaksAfter) return;
      const arrives = freeAt - performance.now() + delay;
      setTimeout(() => {
        for (const heard of listeners) heard({ data: data.buffer });
      }, arrives);
    },
    addEventListener: (_event, heard) => listeners.push(heard),
  };
  return channel;
}
