import type { Measurements } from '@front-door/shared/domain/connection-check.ts';

/** What is needed of a data channel whose messages come back. */
export interface EchoChannel {
  readonly readyState: string;
  readonly bufferedAmount: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  addEventListener(event: 'message', heard: (message: { data: unknown }) => void): void;
}

type Figures = Pick<Measurements, 'loss' | 'roundTripTime' | 'bandwidth'>;

/** What is sent: so many messages of so many bytes, so many of them every so many ms. */
interface Load {
  count: number;
  size: number;
  every: number;
  atOnce: number;
}

/** 2 s of what a voice is like, and 1.5 s of 2 Mbit/s. */
const voice: Load = { count: 100, size: 60, every: 20, atOnce: 1 };
const picture: Load = { count: 375, size: 1_000, every: 20, atOnce: 5 };
/** How long the last message may take to come back, ms. */
const patience = 1_000;
/** Bytes that wait on this device; more only means that the way is full. */
const mostWaiting = 32_000;

/** Measures a way by sending first what loses little by waiting, then as much as a picture needs. */
export async function probe(channel: EchoChannel): Promise<Figures> {
  const echoes = new Echoes(channel);
  const calm = await echoes.exchange(voice);
  const crowded = await echoes.exchange(picture);
  return { ...delaysOf(calm), bandwidth: bandwidthOf(crowded) };
}

/** When each message went, and came back if it did, ms. */
interface Exchanged {
  sent: number[];
  back: Map<number, number>;
}

function delaysOf({ sent, back }: Exchanged): Pick<Figures, 'loss' | 'roundTripTime'> {
  if (sent.length === 0) return { loss: null, roundTripTime: null };
  const delays = [...back].map(([number, at]) => at - sent[number]!).toSorted((a, b) => a - b);
  return {
    loss: (100 * (sent.length - back.size)) / sent.length,
    roundTripTime: delays[Math.floor(delays.length / 2)] ?? null,
  };
}

/** Bits per second between the first and the last that came back; nothing comes of so few that it says nothing. */
function bandwidthOf({ sent, back }: Exchanged): number | null {
  if (sent.length === 0) return null;
  const arrivals = [...back.values()].toSorted((a, b) => a - b);
  const lasted = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
  return arrivals.length < 10 || lasted <= 0 ? 0 : ((arrivals.length - 1) * picture.size * 8_000) / lasted;
}

/** Sends numbered messages and hears them back. */
class Echoes {
  readonly #channel: EchoChannel;
  #round = 0;
  #heard: (number: number) => void = () => {};

  constructor(channel: EchoChannel) {
    this.#channel = channel;
    channel.addEventListener('message', ({ data }) => {
      if (!(data instanceof ArrayBuffer) || data.byteLength < 3) return;
      const message = new DataView(data);
      // What comes late of an earlier round is counted as lost there.
      if (message.getUint8(0) === this.#round) this.#heard(message.getUint16(1));
    });
  }

  exchange({ count, size, every, atOnce }: Load): Promise<Exchanged> {
    const exchanged: Exchanged = { sent: [], back: new Map() };
    const { sent, back } = exchanged;
    this.#round += 1;
    return new Promise((done) => {
      let skipped = 0;
      const ended = () => sent.length + skipped >= count;
      const finish = () => {
        clearInterval(sending);
        clearTimeout(deadline);
        this.#heard = () => {};
        done(exchanged);
      };
      const deadline = setTimeout(finish, (count / atOnce) * every + patience);
      this.#heard = (number) => {
        back.set(number, performance.now());
        if (ended() && back.size === sent.length) finish();
      };
      const sending = setInterval(() => {
        if (this.#channel.readyState !== 'open') return finish();
        for (let turn = 0; turn < atOnce && !ended(); turn += 1) {
          if (this.#channel.bufferedAmount > mostWaiting) skipped += 1;
          else this.#send(sent.push(performance.now()) - 1, size);
        }
      }, every);
    });
  }

  #send(number: number, size: number): void {
    const message = new DataView(new ArrayBuffer(size));
    message.setUint8(0, this.#round);
    message.setUint16(1, number);
    this.#channel.send(new Uint8Array(message.buffer));
  }
}
