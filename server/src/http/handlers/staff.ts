import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names = 'staff.list' | 'staff.disable';

export const staffHandlers = ({ identity, disconnectStaff }: HandlerParts): Pick<HttpHandlers, Names> => ({
  'staff.list': async ({ practiceId }) => ({ staff: await identity.accounts.list(practiceId) }),
  'staff.disable': async (caller, { id }) => {
    await identity.accounts.disable(caller, id);
    disconnectStaff(id);
    return {};
  },
});
