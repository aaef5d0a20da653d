import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import type { ConnectionState } from '../net/connection.ts';
import { canBeAdmitted, isCall } from './queue.ts';

/** The heading: whose consultation it is. */
export const titleOf = ({ clinicianName }: RoomView): string =>
  clinicianName === null ? t('clinician:title') : t('clinician:titleOf', { clinician: clinicianName });

/** What the tab says, for a clinician who is looking at the patient's record in another one. */
export function tabTitle(state: ConnectionState, view: RoomView | null): string {
  if (state.is === 'reconnecting') return t('clinician:tab.reconnecting');
  if (state.is !== 'here' || view === null) return t('clinician:title');
  const count = view.people.filter(canBeAdmitted).length;
  if (count > 0) return t('clinician:tab.waiting', { count });
  return t(isCall(view) ? 'clinician:tab.call' : 'clinician:tab.nobody');
}
