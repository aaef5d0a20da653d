import { staff } from '@front-door/shared/i18n/en/staff.ts';
import { t } from '../../i18n/index.ts';

type KnownAction = keyof typeof staff.trail.actions;

const isKnown = (action: string): action is KnownAction => action in staff.trail.actions;

/** What somebody did, in words. The trail is kept for years: what it calls something may be older than this page. */
export const actionText = (action: string): string =>
  isKnown(action) ? t(`staff:trail.actions.${action}`) : action.replaceAll('_', ' ');
