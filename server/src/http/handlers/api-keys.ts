import { actorOf } from '../caller.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names = 'api-keys.list' | 'api-keys.create' | 'api-keys.revoke';

export const apiKeyHandlers = ({ identity: { apiKeys } }: HandlerParts): Pick<HttpHandlers, Names> => ({
  'api-keys.list': async ({ practiceId }) => ({ apiKeys: await apiKeys.list(practiceId) }),
  'api-keys.create': (caller, { name }) => apiKeys.create(caller.practiceId, name, actorOf(caller)),
  'api-keys.revoke': async (caller, { id }) => {
    await apiKeys.revoke(caller.practiceId, id, actorOf(caller));
    return {};
  },
});
