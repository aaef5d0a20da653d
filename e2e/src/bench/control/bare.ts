import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import type { Loop } from './inside.ts';

const main = fileURLToPath(import.meta.resolve('@front-door/server/src/testing/bare-sockets.ts'));
const atOnce = 64;

/** A bare socket.io server with as many connections, that is asked to tell as many people as much. */
export class Bare {
  readonly #child: ChildProcess;
  readonly #sockets: Socket[] = [];
  #told: () => void = () => {};

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async open(connections: number): Promise<Bare> {
    const child = fork(main, [], { execArgv: [`--import=${import.meta.resolve('./inside.ts')}`] });
    const [origin] = (await once(child, 'message')) as [string];
    const bare = new Bare(child);
    while (bare.#sockets.length < connections) {
      await Promise.all(Array.from({ length: atOnce }, () => bare.#connect(origin)));
    }
    return bare;
  }

  /** Tells `events` times so many people something, spread over the time; gives how long the last of them waited, ms. */
  async tell(events: number, people: number, ms: number): Promise<number[]> {
    const took: number[] = [];
    for (let event = 0; event < events; event += 1) {
      let missing = Math.min(people, this.#sockets.length);
      const all = new Promise<void>((done) => {
        this.#told = () => {
          missing -= 1;
          if (missing === 0) done();
        };
      });
      const began = performance.now();
      this.#sockets.at(-1)!.emit('tell', missing, { place: event, wait: 25, late: null }, () => {});
      await all;
      took.push(performance.now() - began);
      await pause(ms / events);
    }
    return took;
  }

  async loop(): Promise<Loop> {
    const answered = once(this.#child, 'message');
    this.#child.send('how late?');
    const [loop] = (await answered) as [Loop];
    return loop;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.disconnect();
    this.#child.disconnect();
    await once(this.#child, 'exit');
  }

  async #connect(origin: string): Promise<void> {
    const socket = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'] });
    socket.on('told', () => this.#told());
    await new Promise<void>((connected, fail) => {
      socket.once('connect', connected);
      socket.once('connect_error', fail);
    });
    this.#sockets.push(socket);
  }
}
