import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import type { ActionName } from './actions.ts';
import { calledBy } from './who.ts';

export const actionText = (action: ActionName): string => t(`waiting:action.${action}`);

/** The same for screen readers, who hear it without the row around it. */
export const actionLabel = (action: ActionName, room: WatchedRoom): string =>
  t('waiting:action.ofWhom', { action: actionText(action), name: calledBy(room) });
