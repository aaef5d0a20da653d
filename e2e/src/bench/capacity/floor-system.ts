import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { types } from 'mediasoup-client';
import type { Questions } from '../floor/protocol.ts';
import { receiveOn, sendOn, type Asks } from './mediasoup-ends.ts';
import type { System } from './system.ts';

const main = fileURLToPath(new URL('../floor/main.ts', import.meta.url));
const address = '127.0.0.1';
type Kind = 'audio' | 'video';

/** The bare mediasoup in a process of its own. */
export async function startFloor(): Promise<System> {
  const child = fork(main, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: ['--expose-gc'] });
  await once(child, 'message');

  const ask = async (what: 'room' | 'tidy') => {
    child.send(what);
    const [answer] = (await once(child, 'message')) as [string];
    return answer;
  };
  let opening: Promise<unknown> = Promise.resolve();

  return {
    pid: child.pid!,
    tidy: () => ask('tidy'),
    call: async () => {
      // One after the other: an answer does not say to which question.
      const room = (opening = opening.then(() => ask('room'))) as Promise<string>;
      const people = [new Person(await room), new Person(await room)] as const;
      const [one, other] = people;
      const transports = [await one.open(), await other.open()] as const;
      const sends = [
        await sendOn(address, transports[0], one.asks(other)),
        await sendOn(address, transports[1], other.asks(one)),
      ] as const;
      return [
        { ...sends[0], ...(await receiveOn(address, transports[0], one.asks(other))) },
        { ...sends[1], ...(await receiveOn(address, transports[1], other.asks(one))) },
      ];
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** Somebody without a page. */
class Person {
  readonly #room: string;
  readonly #produced = new Map<Kind, string>();
  #transports: Questions['open']['answered'] | undefined;

  constructor(room: string) {
    this.#room = room;
  }

  async open() {
    return (this.#transports = await this.#ask('open', {}));
  }

  asks(other: Person): Asks {
    const { send, receive, routerRtpCapabilities } = this.#transports!;
    return {
      connect: (transportId, dtlsParameters) => this.#ask('connect', { transportId, dtlsParameters }),
      produce: async (kind, rtpParameters) => {
        const { id } = await this.#ask('produce', { transportId: send.id, kind, rtpParameters });
        this.#produced.set(kind, id);
      },
      offered: async () => {
        const consume = async (kind: Kind): Promise<types.RtpParameters> => {
          const producerId = other.#produced.get(kind)!;
          const asked = { transportId: receive.id, producerId, rtpCapabilities: routerRtpCapabilities };
          return (await this.#ask('consume', asked)).rtpParameters;
        };
        return { audio: await consume('audio'), video: await consume('video') };
      },
      // Bare consumers flow from the first.
      ready: () => Promise.resolve(),
    };
  }

  async #ask<N extends keyof Questions>(what: N, asked: Questions[N]['asked']): Promise<Questions[N]['answered']> {
    const response = await fetch(new URL(what, this.#room), { method: 'POST', body: JSON.stringify(asked) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Questions[N]['answered'];
  }
}
