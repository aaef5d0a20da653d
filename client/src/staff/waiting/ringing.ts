import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { announce } from '../../ui/live-status.tsx';
import { watch } from '../watch.ts';
import { desk } from './desk.ts';
import { calledBy } from './who.ts';

/** Tells somebody that they are being rung up. The dialog stays open, for what comes of it. @throws {ApiError} */
export async function tellRinging(room: WatchedRoom, { visitId }: WatchedPerson): Promise<void> {
  const name = calledBy(room);
  await watch.desk('waiting:ring', { visitId, ringing: true });
  announce(t('waiting:result.ringing', { name }));
}

/** Nobody picked up: the person waits on, at the same place. @throws {ApiError} */
export async function notReached(room: WatchedRoom, { visitId }: WatchedPerson): Promise<void> {
  const name = calledBy(room);
  await watch.desk('waiting:ring', { visitId, ringing: false });
  desk.done(() => t('waiting:result.notReached', { name }));
}
