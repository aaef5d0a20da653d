import { isDeepStrictEqual } from 'node:util';
import { mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import { errorCodes, type ErrorCode } from '@front-door/shared/errors.ts';
import { serverEvents } from '@front-door/shared/protocol/events.ts';
import { socketRequests, type SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { z } from 'zod';
import type { Marks, Scope } from './marks.ts';
import { Violation } from './violation.ts';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];
export const refusal = z.strictObject({
  code: z.enum(codes),
  id: z.uuid().optional(),
  retryAfter: z.number().int().positive().optional(),
  fields: z.array(z.string()).max(10).optional(),
});
const answer = z.union([
  z.strictObject({ ok: z.literal(true), data: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: refusal }),
]);

/** Holds what somebody is told against the contract, and against what they may know. Throws {@link Violation}. */
export class Listener {
  readonly #marks: Marks;
  readonly #scope: Scope;
  #visitId: string | null = null;

  constructor(marks: Marks, scope: Scope) {
    this.#marks = marks;
    this.#scope = scope;
  }

  event(name: string, args: unknown[]): void {
    if (!Object.hasOwn(serverEvents, name)) throw new Violation('an event that is not in the contract', name);
    const schema = serverEvents[name as keyof typeof serverEvents];
    if (args.length > 1) throw new Violation(`${name} tells more than one thing`, args);
    const [told] = args;
    demandFit(schema, told, `the event ${name}`);
    this.#marks.check(this.#scope, told);
    if (name === 'room:view') this.#view(told as RoomView);
    if (name === 'visit:welcome') this.#view((told as { view: RoomView }).view);
  }

  /** The outcome of a request: `accepted`, or the code of the refusal. */
  answer(name: string, reply: unknown): ErrorCode | 'accepted' {
    const parsed = answer.safeParse(reply);
    if (!parsed.success) throw new Violation(`an answer to ${name} that is none`, reply);
    this.#marks.check(this.#scope, reply);
    if (parsed.data.ok) {
      if (!Object.hasOwn(socketRequests, name)) throw new Violation('a request outside the contract was taken', name);
      demandFit(socketRequests[name as SocketRequestName].reply, parsed.data.data, `the reply to ${name}`);
      return 'accepted';
    }
    const { code } = parsed.data.error;
    if (code === 'internal') throw new Violation(`${name} went wrong inside`, parsed.data.error);
    return code;
  }

  #view({ me, people }: RoomView): void {
    this.#visitId ??= me.visitId;
    if (me.visitId !== this.#visitId) throw new Violation('shown as somebody else', [this.#visitId, me]);
    if (people.length > 0 && me.phase !== 'admitted' && me.phase !== 'in_call') {
      throw new Violation('shown to somebody who is not let in', people);
    }
    if (me.role === 'clinician') return;
    const isHidden = ({ report, ringMe, ringingSince, phase }: PersonView) =>
      report === null && ringMe === null && ringingSince === null && isInCall(phase);
    if (!people.every(isHidden)) throw new Violation('shown more of others than a patient may see', people);
  }
}

const isInCall = (phase: PersonView['phase']) => mayHaveMedia({ phase } as Parameters<typeof mayHaveMedia>[0]);

/** It fits, and holds nothing that the contract does not name. */
export function demandFit(schema: z.ZodType, told: unknown, what: string): void {
  const parsed = schema.safeParse(told);
  if (!parsed.success) throw new Violation(`${what} does not fit the contract`, [parsed.error.issues, told]);
  if (!isDeepStrictEqual(parsed.data, told))
    throw new Violation(`${what} says more than the contract`, [parsed.data, told]);
}
