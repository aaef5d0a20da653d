import { actorOf } from '../caller.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names = 'practice.read' | 'practice.update';

export const practiceHandlers = ({ identity }: HandlerParts): Pick<HttpHandlers, Names> => ({
  'practice.read': ({ practiceId }) => identity.practices.read(practiceId),
  'practice.update': async (caller, practice) => {
    await identity.practices.change(caller.practiceId, practice, actorOf(caller));
    return {};
  },
});
