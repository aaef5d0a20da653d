import { actorOf } from '../caller.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names = 'invitations.send' | 'invitations.list';

export const invitationHandlers = ({ invitations }: HandlerParts): Pick<HttpHandlers, Names> => ({
  'invitations.send': (caller, { id, ...wanted }) => invitations.send(caller.practiceId, id, wanted, actorOf(caller)),
  'invitations.list': ({ practiceId }, { id }) => invitations.list(practiceId, id),
});
