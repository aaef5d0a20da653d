import { Person } from '../testing/person.ts';
import type { TestServer } from '../testing/server-on.ts';
import { markOver, type Cast, type Room, type Seat } from './cast.ts';
import type { Marks } from './marks.ts';
import { nth } from './nth.ts';
import type { Coming } from './steps.ts';
import type { Tally } from './tally.ts';

/** How the people of a play come by tokens for their sockets, good ones and others. */
export class Doors {
  readonly #server: TestServer;
  readonly #marks: Marks;
  readonly #cast: Cast;
  readonly #tally: Tally;

  constructor(server: TestServer, marks: Marks, cast: Cast, tally: Tally) {
    this.#server = server;
    this.#marks = marks;
    this.#cast = cast;
    this.#tally = tally;
  }

  /** What is shown as a token; null where there is nothing to show, or it was refused. */
  async tokenFor(seat: Seat, how: Coming): Promise<unknown> {
    if (how === 'garbage') return nth([null, '', 'x'.repeat(4000), { token: 1 }, 'a.b.c'], seat.tokens.length);
    if (how === 'used') return seat.tokens.at(-1) ?? null;
    const { by } = seat;
    const stranger = new Person(this.#server.app.origin, { address: seat.address });
    if (how === 'resume' || how === 'stale') {
      const others = this.#cast.seats.flatMap(({ resumeSecrets }) => resumeSecrets);
      const resumeSecret =
        how === 'resume' ? seat.resumeSecrets.at(-1) : nth(others, others.length * 7 + seat.tokens.length);
      if (resumeSecret === undefined) return null;
      // What somebody holds who has another's secret is for them to know.
      const { body, code } = await (how === 'resume' && 'account' in by ? by.account : stranger).ask('visits.resume', {
        resumeSecret,
      });
      if (how === 'stale') return code === undefined ? null : this.#refused(seat, code);
      return code === undefined ? body.token : this.#refused(seat, code);
    }
    if ('link' in by) {
      const secret = by.room.secrets[by.link];
      const enterAs =
        how === 'guest' || seat.callers.includes('guest') ? 'guest' : how === 'this_device' ? how : undefined;
      const { body, code } = await stranger.ask('links.exchange', { secret, ...(enterAs && { enterAs }) });
      return code === undefined ? body.token : this.#refused(seat, code);
    }
    const entering =
      'account' in by
        ? by.account.ask('consultations.enter', { id: by.room.consultationId })
        : 'watching' in by
          ? by.watching.ask('watch.enter', {})
          : stranger.ask('check.enter', {});
    const { body, code } = await entering;
    return code === undefined ? body.token : this.#refused(seat, code);
  }

  async #refused(seat: Seat, code: string): Promise<null> {
    this.#tally.count('coming', 'coming', code);
    if (code === 'consultation_ended') markOver(seat);
    if (code === 'link_revoked' && 'link' in seat.by) await this.#relink(seat.by.room, seat.by.link);
    return null;
  }

  /** The practice makes another link for somebody whose link is dead. */
  async #relink(room: Room, role: 'patient' | 'clinician'): Promise<void> {
    const { consultations } = this.#server.app;
    const made = consultations.addLink(room.practice.id, room.consultationId, role, { kind: 'system' });
    // It may be over by now.
    const secret = await made.then(
      (link) => link.secret,
      () => null,
    );
    if (secret === null) return;
    room.secrets[role] = secret;
    this.#marks.register(secret, { practice: room.practice.id, room: room.name });
  }
}
