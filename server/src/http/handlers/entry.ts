import { mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names = 'links.exchange' | 'visits.resume' | 'check.enter' | 'consultations.enter' | 'watch.enter';

/** Everything that ends with a room token. */
export const entryHandlers = ({ entry, roomTokens, identity, rooms }: HandlerParts): Pick<HttpHandlers, Names> => ({
  'links.exchange': async (_caller, { secret, enterAs }) => {
    const { grant, role } = await entry.byLink(secret, enterAs);
    return { token: roomTokens.issue(grant), role };
  },
  'visits.resume': async (_caller, { resumeSecret }, cookie) => {
    const member = cookie.secret === null ? null : await identity.sessions.read(cookie.secret);
    const { grant, role, visit } = await entry.byResume(resumeSecret, member?.id ?? null);
    const room = mayHaveMedia(visit.state) ? rooms.find(visit.consultationId) : undefined;
    return { token: roomTokens.issue(grant), role, media: room?.capabilities ?? null };
  },
  'check.enter': async () => ({ token: roomTokens.issue({ by: 'check' }) }),
  'consultations.enter': async (caller, { id }) => {
    const { grant } = await entry.byStaff(caller, id);
    return { token: roomTokens.issue(grant) };
  },
  'watch.enter': async ({ id: staffId, practiceId }) => ({
    token: roomTokens.issue({ by: 'watch', staffId, practiceId }),
  }),
});
