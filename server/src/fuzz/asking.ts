import { errorCodes, type ErrorCode } from '@front-door/shared/errors.ts';
import { httpRequests, type HttpCaller } from '@front-door/shared/protocol/http.ts';
import { routes, type HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import type { Person } from '../testing/person.ts';
import { demandFit } from './listener.ts';
import type { Marks, Scope } from './marks.ts';
import { resolve, type Known } from './references.ts';
import { Violation } from './violation.ts';

/** Somebody who asks over HTTP, and what they may hear of. */
export interface Asker {
  person: Person;
  as: HttpCaller;
  scope: Scope;
  known: Known;
  /** What opens something for them, by the field in which it is sent. */
  secrets?: Record<string, string | undefined>;
}

/** Asks anything over HTTP and holds the answer against the contract. Gives `accepted` or the code of the refusal. */
export async function ask(asker: Asker, name: HttpRequestName, data: unknown, marks: Marks): Promise<string> {
  const resolved = resolve(data, asker.known) as Record<string, unknown>;
  for (const [field, secret] of Object.entries(asker.secrets ?? {})) {
    if (secret !== undefined && typeof resolved[field] === 'string') resolved[field] = secret;
  }
  const { status, body, code } = await asker.person.sendAny(name, resolved);
  marks.check(asker.scope, body);
  if (status === 200) {
    demandFit(httpRequests[name].reply, body, `the reply to ${name}`);
    demandAllowed(asker, name, resolved, marks);
    return 'accepted';
  }
  if (code === undefined || errorCodes[code as ErrorCode] !== status) {
    throw new Violation(`${name} was refused in no way of the contract`, [status, body, resolved]);
  }
  if (code === 'internal') throw new Violation(`${name} went wrong inside`, [body, resolved]);
  return code;
}

function demandAllowed({ as, scope }: Asker, name: HttpRequestName, data: unknown, marks: Marks): void {
  const { who }: { who: readonly HttpCaller[] } = httpRequests[name];
  if (!who.includes(as) && !who.includes('anyone')) throw new Violation(`${name} was taken`, { from: as });
  // Who only looks may name anything; what is shown of it is held against what they may hear.
  if (!routes[name].startsWith('GET')) marks.checkTaken(scope, name, data);
}
