import { linkRoles, type LinkRole } from '@front-door/shared/domain/roles.ts';
import fc from 'fast-check';
import { hashSecret } from '../identity/secrets.ts';
import type { Arrival } from '../waiting-room/arrivals.ts';
import { ConsultationModel } from './consultation-model.ts';
import { outcome, system, type FrontDoor } from './front-door.ts';

const nth = fc.nat({ max: 20 });
const sides = fc.constantFrom(...linkRoles);
const names = fc.constantFrom('Ann Example', 'Bob Example');
const ways = fc.constantFrom(undefined, 'this_device' as const, 'guest' as const);

/** Something that happens in a consultation; numbers choose among the people, secrets and connections there were. */
export const anyDeed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('come' as const), side: sides, enterAs: ways }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('check in' as const), who: nth, name: names }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('admit' as const), by: nth, who: nth, name: names }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('resume' as const), secret: nth }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('join' as const), who: nth }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('drop' as const), who: nth, connection: nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('leave' as const), who: nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('remove' as const), by: nth, who: nth }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('hold' as const), by: nth, who: nth }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('bring back' as const), by: nth, who: nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('send back' as const), by: nth, who: nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('revoke' as const), side: sides }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('end' as const) }) },
);
type Deed = typeof anyDeed extends fc.Arbitrary<infer D> ? D : never;

/** What came of something, and what should have. */
interface Comparison {
  really: unknown;
  should: unknown;
}
const asItShould: Comparison = { really: 'accepted', should: 'accepted' };

/** One consultation twice: really, and in its model. */
export class ConsultationTrial {
  readonly #model = new ConsultationModel();
  readonly #secrets: string[] = [];
  readonly #connections: string[] = [];
  readonly #links;
  #door: FrontDoor;

  private constructor(door: FrontDoor, links: Awaited<ReturnType<FrontDoor['consultation']>>) {
    this.#door = door;
    this.#links = links;
  }

  static async begin(door: FrontDoor): Promise<ConsultationTrial> {
    return new ConsultationTrial(door, await door.consultation());
  }

  async do(deed: Deed): Promise<Comparison> {
    const { consultations, practiceId, clock } = this.#door;
    clock.now += 1000;
    if ('who' in deed) return this.#doTo(deed);
    switch (deed.what) {
      case 'come':
        return this.#come(deed);
      case 'resume':
        return this.#resume(deed.secret);
      case 'end':
        this.#model.end(clock.now);
        await consultations.end(practiceId, this.#links.id, system);
        return asItShould;
      case 'revoke':
        this.#model.revoke(deed.side);
        await this.#revoke(deed.side);
        return asItShould;
      case 'restart':
        this.#model.restart(clock.now);
        this.#door = await this.#door.restart();
        return asItShould;
    }
  }

  async people(): Promise<Comparison> {
    const visits = await this.#door.visitsOf(this.#links.id);
    return {
      really: byId(
        visits.map(({ id, role, state, connectionId, resumeHash }) => [id, { role, state, connectionId, resumeHash }]),
      ),
      should: byId(
        this.#model.people.map(({ visitId, role, state, connectionId, secret }) => [
          visitId,
          { role, state, connectionId, resumeHash: secret === null ? null : hashSecret(secret) },
        ]),
      ),
    };
  }

  async trail(): Promise<Comparison> {
    const lines = (await this.#door.trailOf(this.#links.id))
      .filter(({ action }) => action !== 'consultation_made' && action !== 'link_made')
      .map(({ action, visitId, actorKind, actorId }) => {
        return `${action}, ${visitId}, ${actorKind === 'visit' ? `visit ${actorId}` : actorKind}`;
      });
    return { really: lines.toSorted(), should: this.#model.lines.toSorted() };
  }

  async #doTo(deed: Extract<Deed, { who: number }>): Promise<Comparison> {
    const { visits, clock } = this.#door;
    const { people } = this.#model;
    if (people.length === 0) return asItShould;
    const at = clock.now;
    const person = pick(people, deed.who);
    const { visitId } = person;
    switch (deed.what) {
      case 'check in': {
        const should = this.#model.happen(person, { type: 'check_in', at, name: deed.name });
        return { should, really: await outcome(visits.checkIn(visitId, deed.name)) };
      }
      case 'admit': {
        const by = pick(people, deed.by);
        const should = this.#model.done(by, person, { type: 'admit', at, confirmedName: deed.name });
        return { should, really: await outcome(visits.admit(by.visitId, visitId, deed.name)) };
      }
      case 'remove': {
        const by = pick(people, deed.by);
        const should = this.#model.done(by, person, { type: 'remove', at });
        return { should, really: await outcome(visits.remove(by.visitId, visitId)) };
      }
      case 'hold': {
        const by = pick(people, deed.by);
        const should = this.#model.done(by, person, { type: 'hold', at });
        return { should, really: await outcome(visits.hold(by.visitId, visitId)) };
      }
      case 'bring back': {
        const by = pick(people, deed.by);
        const should = this.#model.done(by, person, { type: 'bring_back', at });
        return { should, really: await outcome(visits.bringBack(by.visitId, visitId)) };
      }
      case 'send back': {
        const by = pick(people, deed.by);
        const should = this.#model.done(by, person, { type: 'return_to_waiting', at });
        return { should, really: await outcome(visits.returnToWaiting(by.visitId, visitId)) };
      }
      case 'join': {
        const should = this.#model.happen(person, { type: 'join', at });
        return { should, really: await outcome(visits.join(visitId)) };
      }
      case 'leave': {
        const should = this.#model.happen(person, { type: 'leave', at });
        return { should, really: await outcome(visits.leave(visitId)) };
      }
      case 'drop': {
        const isOwn = deed.connection % 2 === 0;
        const connectionId = isOwn ? person.connectionId : pick(this.#connections, deed.connection);
        const should = this.#model.dropped(person, connectionId, at);
        return { should, really: await outcome(visits.drop(visitId, connectionId)) };
      }
    }
  }

  async #come({ side, enterAs }: Extract<Deed, { what: 'come' }>): Promise<Comparison> {
    const plan = this.#model.plan(side, enterAs);
    const coming = this.#door.arrive(this.#links[`${side}Secret`], enterAs);
    const really = await outcome(coming);
    if (really === 'accepted') {
      const arrival = await coming;
      this.#model.came(plan, arrival, this.#door.clock.now, 'Dr Asha Patel');
      this.#note(arrival);
    }
    return { really, should: plan.code };
  }

  async #resume(which: number): Promise<Comparison> {
    const secret = this.#secrets.length === 0 ? 'nobody has it' : pick(this.#secrets, which);
    const { code, person } = this.#model.resumed(secret, this.#door.clock.now);
    const coming = this.#door.comeBack(secret);
    const really = await outcome(coming);
    if (really === 'accepted') {
      const arrival = await coming;
      if (person !== undefined) person.connectionId = arrival.connectionId;
      this.#note(arrival);
    }
    return { really, should: code };
  }

  async #revoke(role: LinkRole): Promise<void> {
    const { consultations, practiceId } = this.#door;
    const links = await consultations.links(practiceId, this.#links.id);
    const link = links.find((one) => one.role === role);
    await consultations.revokeLink(practiceId, link!.id, system);
  }

  #note({ connectionId, resumeSecret }: Arrival): void {
    this.#connections.push(connectionId);
    if (resumeSecret !== null) this.#secrets.push(resumeSecret);
  }
}

const pick = <T>(from: T[], which: number): T => from[which % from.length]!;
const byId = (entries: Array<[string, object]>) => Object.fromEntries(entries);
