import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';
import { staffView, startSession } from './start-session.ts';

type Names = 'session.open' | 'session.read' | 'session.close';

export const sessionHandlers = ({ identity, disconnectStaff }: HandlerParts): Pick<HttpHandlers, Names> => ({
  'session.open': async (_caller, { email, password, endOthers = false }, cookie) => {
    const staffId = await identity.accounts.authenticate(email, password);
    const view = await startSession(identity, staffId, cookie, { alone: endOthers });
    if (endOthers) disconnectStaff(staffId);
    return view;
  },
  'session.read': async (caller) => staffView(caller),
  'session.close': async (_caller, _data, cookie) => {
    if (cookie.secret !== null) await identity.sessions.close(cookie.secret);
    cookie.clear();
    return {};
  },
});
