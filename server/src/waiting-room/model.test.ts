import { linkRoles } from '@front-door/shared/domain/roles.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashSecret } from '../identity/secrets.ts';
import { ConsultationModel } from '../testing/consultation-model.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, outcome, system } from '../testing/front-door.ts';
import type { Arrival } from './arrivals.ts';

const index = fc.nat({ max: 20 });
const name = fc.constantFrom('Ann Example', 'Bob Example');
const enterAs = fc.constantFrom(undefined, 'this_device' as const, 'guest' as const);
const side = fc.constantFrom(...linkRoles);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('come' as const), side, enterAs }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('check in' as const), who: index, name }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('admit' as const), by: index, who: index, name }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('resume' as const), secret: index }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('join' as const), who: index }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('drop' as const), who: index, connection: index }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('leave' as const), who: index }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('remove' as const), by: index, who: index }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('revoke' as const), side }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('end' as const) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** One consultation, really and as it should be. */
class Trial {
  readonly model = new ConsultationModel();
  readonly secrets: string[] = [];
  readonly connections: string[] = [];
  readonly #links;
  #door: FrontDoor;

  private constructor(door: FrontDoor, links: Awaited<ReturnType<FrontDoor['consultation']>>) {
    this.#door = door;
    this.#links = links;
  }

  static async begin(door: FrontDoor): Promise<Trial> {
    return new Trial(door, await door.consultation());
  }

  /** Does it really, and says what came of it and what should have. */
  async do(deed: Deed): Promise<{ really: string; should: string }> {
    const { visits, consultations, practiceId, clock } = this.#door;
    const { model } = this;
    clock.now += 1000;
    const at = clock.now;
    const asPlanned = { really: 'accepted', should: 'accepted' };
    switch (deed.what) {
      case 'come':
        return this.#come(deed);
      case 'resume':
        return this.#resume(deed.secret);
      case 'end':
        model.end(at);
        await consultations.end(practiceId, this.#links.id, system);
        return asPlanned;
      case 'revoke':
        model.revoke(deed.side);
        await this.#revoke(deed.side);
        return asPlanned;
      case 'restart':
        model.restart(at);
        this.#door = await this.#door.restart();
        return asPlanned;
    }
    if (model.people.length === 0) return asPlanned;
    const person = pick(model.people, deed.who);
    const { visitId } = person;
    switch (deed.what) {
      case 'check in': {
        const should = model.happen(person, { type: 'check_in', at, name: deed.name });
        return { should, really: await outcome(visits.checkIn(visitId, deed.name)) };
      }
      case 'admit': {
        const by = pick(model.people, deed.by);
        const should = model.done(by, person, { type: 'admit', at, confirmedName: deed.name });
        return { should, really: await outcome(visits.admit(by.visitId, visitId, deed.name)) };
      }
      case 'remove': {
        const by = pick(model.people, deed.by);
        const should = model.done(by, person, { type: 'remove', at });
        return { should, really: await outcome(visits.remove(by.visitId, visitId)) };
      }
      case 'join':
        return { should: model.happen(person, { type: 'join', at }), really: await outcome(visits.join(visitId)) };
      case 'leave':
        return { should: model.happen(person, { type: 'leave', at }), really: await outcome(visits.leave(visitId)) };
      case 'drop': {
        // Its own connection as often as another one.
        const connectionId = deed.connection % 2 ? person.connectionId : pick(this.connections, deed.connection);
        const should = model.dropped(person, connectionId, at);
        return { should, really: await outcome(visits.drop(visitId, connectionId)) };
      }
    }
  }

  async compare(): Promise<void> {
    const { id } = this.#links;
    const really = (await this.#door.visitsOf(id)).map(({ state, connectionId, resumeHash, ...visit }) => [
      visit.id,
      { state, connectionId, resumeHash, role: visit.role },
    ]);
    const should = this.model.people.map(({ visitId, state, connectionId, secret, role }) => [
      visitId,
      { state, connectionId, resumeHash: secret === null ? null : hashSecret(secret), role },
    ]);
    expect(Object.fromEntries(really)).toEqual(Object.fromEntries(should));
    const lines = (await this.#door.trailOf(id))
      .filter(({ action }) => action !== 'consultation_made' && action !== 'link_made')
      .map(({ action, visitId, actorKind, actorId }) => {
        return `${action}, ${visitId}, ${actorKind === 'visit' ? `visit ${actorId}` : actorKind}`;
      });
    expect(lines.toSorted()).toEqual(this.model.lines.toSorted());
  }

  async #come({ side, enterAs }: Extract<Deed, { what: 'come' }>) {
    const plan = this.model.plan(side, enterAs);
    const arriving = this.#door.arrive(this.#links[`${side}Secret`], enterAs);
    const really = await outcome(arriving);
    if (really === 'accepted') {
      const arrival = await arriving;
      this.model.came(plan, arrival, this.#door.clock.now, 'Dr Asha Patel');
      this.#note(arrival);
    }
    return { really, should: plan.code };
  }

  async #resume(which: number) {
    const secret = this.secrets.length === 0 ? 'of nobody' : pick(this.secrets, which);
    const { code: should, person } = this.model.resumed(secret, this.#door.clock.now);
    const coming = this.#door.comeBack(secret);
    const really = await outcome(coming);
    if (really === 'accepted') {
      const arrival = await coming;
      if (person !== undefined) person.connectionId = arrival.connectionId;
      this.#note(arrival);
    }
    return { really, should };
  }

  async #revoke(side: string): Promise<void> {
    const { consultations, practiceId } = this.#door;
    const links = await consultations.links(practiceId, this.#links.id);
    await consultations.revokeLink(practiceId, links.find(({ role }) => role === side)!.id, system);
  }

  #note({ connectionId, resumeSecret }: Arrival): void {
    this.connections.push(connectionId);
    if (resumeSecret !== null) this.secrets.push(resumeSecret);
  }
}

const pick = <T>(from: T[], which: number): T => from[which % from.length]!;

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  afterAll(() => door.close());

  it('[VISIT-1] [VISIT-3] [VISIT-4] [VISIT-5] [TRAIL-1] [RESUME-2] whatever happens, it is as the rules say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 40 }), async (deeds) => {
        const trial = await Trial.begin(door);
        for (const one of deeds) {
          const { really, should } = await trial.do(one);
          expect(really).toBe(should);
        }
        await trial.compare();
      }),
      { numRuns: 25 },
    );
  });
});
