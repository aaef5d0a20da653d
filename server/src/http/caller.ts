import type { HttpCaller, HttpRequests } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import type { Request } from 'express';
import type { Actor } from '../audit/trail.ts';
import { AppError } from '../errors.ts';
import type { ApiKeyHolder } from '../identity/api-keys.ts';
import type { Identity } from '../identity/identity.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Who sent a request. */
export type Caller = { kind: 'stranger' } | ({ kind: 'staff' } & StaffMember) | ({ kind: 'api_key' } & ApiKeyHolder);

type Kind<W extends HttpCaller> = W extends 'anyone' ? 'stranger' : W extends 'api_key' ? 'api_key' : 'staff';
/** Who a handler's caller can be, as the contract's table says. */
export type CallerOf<N extends HttpRequestName> = Extract<Caller, { kind: Kind<HttpRequests[N]['who'][number]> }>;

/** A practice system names itself by a header that browsers never add by themselves. */
export function bearerKey(request: Request): string | null {
  const [scheme = '', key = ''] = (request.headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' ? key : null;
}

/** Finds out who sent a request. Throws AppError `not_signed_in`, or `forbidden` for whom `who` does not name. */
export async function identify(
  { sessions, apiKeys }: Identity,
  who: readonly HttpCaller[],
  request: Request,
  cookie: SessionCookie,
): Promise<Caller> {
  if (who.includes('anyone')) return { kind: 'stranger' };
  const key = bearerKey(request);
  if (key !== null) {
    const holder = await apiKeys.authenticate(key);
    if (holder === null) throw new AppError('not_signed_in');
    if (!who.includes('api_key')) throw new AppError('forbidden');
    return { kind: 'api_key', ...holder };
  }
  const member = cookie.secret === null ? null : await sessions.read(cookie.secret);
  if (member === null) throw new AppError('not_signed_in');
  if (!member.roles.some((role) => who.includes(role))) throw new AppError('forbidden');
  return { kind: 'staff', ...member };
}

/** The caller as the trail names it. */
export const actorOf = ({ kind, id }: Exclude<Caller, { kind: 'stranger' }>): Actor => ({ kind, id });
