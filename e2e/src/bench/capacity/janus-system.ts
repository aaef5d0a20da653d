import { Janus } from '../peer/janus.ts';
import { JanusSession, type JanusHandle } from '../peer/session.ts';
import { Line, uris } from './line.ts';
import { newSsrcs } from './speaker.ts';
import type { System } from './system.ts';

/** Janus with its video rooms. */
export async function startJanus(): Promise<System & { version: string }> {
  const janus = await Janus.start();
  const sessions: JanusSession[] = [];

  const publish = async (room: number) => {
    const session = await JanusSession.open(janus.url);
    sessions.push(session);
    const known = new Publishers();
    const sending = await session.attach(({ data }) => known.add(data));
    const joined = await sending.ask<News & { id: number }>({ request: 'join', ptype: 'publisher', room });
    known.add(joined.data);
    const ssrcs = newSsrcs();
    const up = await Line.sending(janus.address, ssrcs);
    const { jsep } = await sending.ask({ request: 'configure' }, { type: 'offer', sdp: up.description });
    up.accept(jsep!.sdp!);
    await up.up();
    return { session, id: joined.data.id, known, up, ssrcs };
  };
  const subscribe = async (session: JanusSession, room: number, feed: number) => {
    const receiving: JanusHandle = await session.attach(() => {});
    const wanted = { request: 'join', ptype: 'subscriber', room, streams: [{ feed }] };
    const { sdp } = (await receiving.ask(wanted)).jsep!;
    const down = await Line.receiving(janus.address, sdp!);
    await receiving.ask({ request: 'start' }, { type: 'answer', sdp: down.description });
    await down.up();
    const numbered = sdp!
      .split(/\r?\n/)
      .find((line) => line.startsWith('a=extmap:') && line.endsWith(uris.transportSequence));
    return { down, transportSequenceId: Number(/extmap:(\d+)/.exec(numbered ?? '')?.[1] ?? 0) };
  };
  return {
    version: janus.version,
    pid: janus.pid,
    tidy: () => Promise.resolve(),
    call: async () => {
      const room = await janus.openRoom();
      const [one, other] = [await publish(room), await publish(room)];
      await Promise.all([one.known.has(other.id), other.known.has(one.id)]);
      const downs = [
        await subscribe(one.session, room, other.id),
        await subscribe(other.session, room, one.id),
      ] as const;
      return [
        { up: one.up, ssrcs: one.ssrcs, ...downs[0] },
        { up: other.up, ssrcs: other.ssrcs, ...downs[1] },
      ];
    },
    close: async () => {
      for (const session of sessions) session.close();
      await janus.close();
    },
  };
}

interface News {
  publishers?: Array<{ id: number }>;
}

/** Who sends, as Janus tells of them. */
class Publishers {
  readonly #ids = new Set<number>();
  #told: () => void = () => {};

  add({ publishers = [] }: News): void {
    for (const { id } of publishers) this.#ids.add(id);
    this.#told();
  }

  async has(id: number): Promise<void> {
    while (!this.#ids.has(id)) await new Promise<void>((told) => (this.#told = told));
  }
}
