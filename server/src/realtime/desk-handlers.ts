import { markNoShow } from '../waiting-room/no-show.ts';
import { transfer } from '../waiting-room/transfer.ts';
import type { SocketHandlers } from './dispatch.ts';
import type { Deps } from './handlers.ts';
import type { Watcher } from './sockets.ts';

type Names = Extract<keyof SocketHandlers, `waiting:${string}` | `clinic:${string}`>;

/** What staff do from the waiting list, without being in any consultation. */
export function deskHandlers(
  deps: Pick<Deps, 'db' | 'changes' | 'visits' | 'messages' | 'consultations' | 'clinics' | 'now'>,
) {
  const { db, changes, visits, messages, consultations, clinics, now } = deps;
  const actor = ({ staffId }: Watcher) => ({ kind: 'staff', id: staffId }) as const;
  const handlers: Pick<SocketHandlers, Names> = {
    'waiting:message': async (member, { consultationId, message }) => {
      await messages.fromDesk(member, consultationId, message);
      return {};
    },
    'waiting:remove': async (member, { visitId, reason }) => {
      await visits.removeFromDesk(member, visitId, reason);
      return {};
    },
    'waiting:ring': async (member, { visitId, ringing }) => {
      await visits.ring(member, visitId, ringing);
      return {};
    },
    'waiting:no-show': async (member, { consultationId, noShow }) => {
      const { practiceId } = member;
      changes.tell(await markNoShow(db, { practiceId, actor: actor(member), at: now() }, consultationId, noShow));
      return {};
    },
    'waiting:transfer': async (member, { consultationId, ...target }) => {
      await transfer({ db, changes, at: now() }, member, consultationId, target);
      return {};
    },
    'waiting:finish': async (member, { consultationId }) => {
      await consultations.end(member.practiceId, consultationId, actor(member), { unlessInCall: true });
      return {};
    },
    'clinic:late': async (member, { clinicId, minutes }) => {
      await clinics.runLate(member.practiceId, clinicId, minutes, actor(member));
      return {};
    },
  };
  return handlers;
}
