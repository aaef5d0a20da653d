import { errorCodes, type ErrorCode } from '@front-door/shared/errors.ts';
import { httpRequests, type HttpCaller } from '@front-door/shared/protocol/http.ts';
import { routes, type HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import type { Person } from '../testing/person.ts';
import { demandFit } from './listener.ts';
import type { Marks, Scope } from './marks.ts';
import type { Memory } from './memory.ts';
import { resolve, type Known } from './references.ts';
import { Violation } from './violation.ts';

/** Somebody who asks over HTTP, and what they may hear of. */
export interface Asker {
  person: Person;
  as: HttpCaller;
  scope: Scope;
  known: Known;
  /** Where they keep what they are told. */
  memory: Memory;
  /** What opens something for them, by the field in which it is sent. */
  secrets?: Record<string, string | undefined>;
}

/** Asks anything over HTTP and holds the answer against the contract. Gives `accepted` or the code of the refusal. */
export async function ask(asker: Asker, name: HttpRequestName, data: unknown, marks: Marks): Promise<string> {
  const { asked, told } = kindsIn(routes[name]);
  const { ids, foreign } = asker.known;
  const kindOf = (field: string) => (field === 'id' ? asked : field);
  const known = {
    ...asker.known,
    ids: (field: string) => ids(kindOf(field)),
    foreign: (field: string) => foreign(kindOf(field)),
  };
  const resolved = resolve(data, known) as Record<string, unknown>;
  for (const [field, secret] of Object.entries(asker.secrets ?? {})) {
    if (secret !== undefined && typeof resolved[field] === 'string') resolved[field] = secret;
  }
  const { status, body, code } = await asker.person.sendAny(name, resolved);
  marks.check(asker.scope, body);
  if (status === 200) {
    demandFit(httpRequests[name].reply, body, `the reply to ${name}`);
    demandAllowed(asker, name, resolved, marks);
    // The whole past of a practice would leave no room for the present.
    if (name !== 'trail.read') asker.memory.note(body, told);
    return 'accepted';
  }
  if (code === undefined || errorCodes[code as ErrorCode] !== status) {
    throw new Violation(`${name} was refused in no way of the contract`, [status, body, resolved]);
  }
  if (code === 'internal') throw new Violation(`${name} went wrong inside`, [body, resolved]);
  return code;
}

/** Of what kind the `:id` in an address is, and the record that is answered. */
function kindsIn(route: string): { asked: string; told: string } {
  const parts = route.split('/');
  return { asked: parts[parts.indexOf(':id') - 1] ?? 'id', told: parts.findLast((part) => part !== ':id')! };
}

function demandAllowed({ as, scope }: Asker, name: HttpRequestName, data: unknown, marks: Marks): void {
  const { who }: { who: readonly HttpCaller[] } = httpRequests[name];
  if (!who.includes(as) && !who.includes('anyone')) throw new Violation(`${name} was taken`, { from: as });
  // Who only looks may name anything; what is shown of it is held against what they may hear.
  if (!routes[name].startsWith('GET')) marks.checkTaken(scope, name, data);
}
