import type { LinkRole, VisitRole } from '@front-door/shared/domain/roles.ts';
import {
  arrive,
  isLive,
  mayHaveMedia,
  transition,
  type VisitEffect,
  type VisitEvent,
  type VisitState,
} from '@front-door/shared/domain/visit.ts';
import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { Arrival } from '../waiting-room/arrivals.ts';

type Outcome = ErrorCode | 'accepted';

export interface ModelPerson {
  visitId: string;
  role: VisitRole;
  side: LinkRole;
  state: VisitState;
  connectionId: string;
  /** The resume secret that is good now. */
  secret: string | null;
}

/** What should come of somebody who comes by a link. */
type Plan = { code: Outcome; person?: ModelPerson; role: VisitRole; side: LinkRole };

const mostGuests = 8;
/** As practices have it unless they choose, ms. */
const placeKept = 600_000;
const isConnected = (state: VisitState) => isLive(state) && state.droppedAt === null;

/**
 * One consultation as it should be, without any database: the pure state machine of the visit, with the rules of links,
 * devices and connections around it.
 */
export class ConsultationModel {
  readonly people: ModelPerson[] = [];
  readonly revoked: Record<LinkRole, boolean> = { patient: false, clinician: false };
  /** `what, of which visit, by whom` of each line the trail should have. */
  readonly lines: string[] = [];
  ended = false;

  plan(side: LinkRole, enterAs: 'this_device' | 'guest' | undefined): Plan {
    const role = side === 'clinician' ? 'clinician' : enterAs === 'guest' ? 'guest' : 'patient';
    const refusal = this.ended ? 'consultation_ended' : this.revoked[side] ? 'link_revoked' : null;
    if (refusal !== null) {
      this.#line('refused', null, 'stranger');
      return { code: refusal, role, side };
    }
    if (role === 'guest') {
      const guests = this.people.filter((person) => person.role === 'guest' && isLive(person.state));
      return { code: guests.length < mostGuests ? 'accepted' : 'consultation_full', role, side };
    }
    const person = this.people.find((known) => known.role === role && known.state.phase !== 'removed');
    if (person === undefined) return { code: 'accepted', role, side };
    const inUse = role === 'patient' && enterAs === undefined && isConnected(person.state);
    return { code: inUse ? 'link_in_use' : 'accepted', role, side, person };
  }

  /** Somebody came as planned. */
  came({ person, role, side }: Plan, { visit, connectionId, resumeSecret }: Arrival, at: number, name: string): void {
    if (person === undefined) {
      const first = arrive(role, at, name);
      const newcomer = { visitId: visit.id, role, side, state: first.state, connectionId, secret: resumeSecret };
      this.people.push(newcomer);
      this.#record(newcomer, first.effects, `visit ${visit.id}`);
      return;
    }
    this.happen(person, { type: 'return', at, proof: 'new_device', placeKept });
    Object.assign(person, { connectionId, secret: resumeSecret });
  }

  happen(person: ModelPerson, event: VisitEvent, actor = `visit ${person.visitId}`): Outcome {
    const next = transition(person.state, event, person.role);
    if (!next.ok) return next.code;
    person.state = next.state;
    if (next.effects.some(({ type }) => type === 'revoke_access')) person.secret = null;
    this.#record(person, next.effects, actor);
    return 'accepted';
  }

  /** Something a clinician does to somebody else. */
  done(by: ModelPerson, person: ModelPerson, event: VisitEvent): Outcome {
    if (by.role !== 'clinician' || !mayHaveMedia(by.state) || person.role === 'clinician') return 'forbidden';
    const outcome = this.happen(person, event, `visit ${by.visitId}`);
    if (outcome === 'accepted' && event.type === 'remove') this.revoke(person.side, `visit ${by.visitId}`);
    return outcome;
  }

  dropped(person: ModelPerson, connectionId: string, at: number): Outcome {
    return person.connectionId === connectionId ? this.happen(person, { type: 'drop', at }) : 'taken_over';
  }

  resumed(secret: string, at: number): { code: Outcome; person?: ModelPerson } {
    const person = this.people.find((one) => one.secret === secret);
    if (person === undefined) return { code: 'resume_invalid' };
    return { code: this.happen(person, { type: 'return', at, proof: 'same_device', placeKept }), person };
  }

  revoke(side: LinkRole, actor = 'system'): void {
    if (this.revoked[side]) return;
    this.revoked[side] = true;
    this.#line('link_revoked', null, actor);
  }

  end(at: number): void {
    if (this.ended) return;
    this.ended = true;
    this.revoked.patient = true;
    this.revoked.clinician = true;
    for (const person of this.people) this.happen(person, { type: 'end', at }, 'system');
    this.#line('consultation_ended', null, 'system');
  }

  restart(at: number): void {
    for (const person of this.people.filter(({ state }) => isConnected(state))) {
      this.happen(person, { type: 'drop', at }, 'system');
    }
  }

  #record(person: ModelPerson, effects: VisitEffect[], actor: string): void {
    for (const effect of effects) if (effect.type === 'record') this.#line(effect.fact, person.visitId, actor);
  }

  #line(action: string, visitId: string | null, actor: string): void {
    this.lines.push(`${action}, ${visitId}, ${actor}`);
  }
}
