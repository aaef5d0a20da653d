import { linkUrl } from '@front-door/shared/protocol/pages.ts';
import { actorOf } from '../caller.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';
import { startSession } from './start-session.ts';

type Names = 'staff-links.look' | 'staff-links.make-account' | 'staff-links.sign-in' | 'staff-links.create';

const week = 7 * 24 * 3_600_000;

export const staffLinkHandlers = ({ identity, origin }: HandlerParts): Pick<HttpHandlers, Names> => ({
  'staff-links.look': (_caller, { secret }) => identity.staffLinks.look(secret),
  'staff-links.make-account': async (_caller, account, cookie) => {
    const staffId = await identity.staffLinks.makeAccount(account);
    return startSession(identity, staffId, cookie, { reason: 'new account' });
  },
  'staff-links.sign-in': async (_caller, { secret }, cookie) => {
    const staffId = await identity.staffLinks.account(secret);
    return startSession(identity, staffId, cookie, { reason: 'by link' });
  },
  'staff-links.create': async (caller, { roles, email = null }) => {
    const { practiceId } = caller;
    const wanted = {
      practiceId,
      roles,
      email,
      purpose: 'make_account',
      validFor: week,
      actor: actorOf(caller),
    } as const;
    const { id, secret, validUntil } = await identity.staffLinks.create(wanted);
    return { id, url: linkUrl(origin(), 'staffLink', secret), validUntil };
  },
});
