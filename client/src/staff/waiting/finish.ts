import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { watch } from '../watch.ts';
import { desk } from './desk.ts';
import { calledBy } from './who.ts';

/** Ends a visit that needs no more, as after ringing up, and closes its dialog. @throws {ApiError} */
export async function finish(room: WatchedRoom): Promise<void> {
  const name = calledBy(room);
  await watch.desk('waiting:finish', { consultationId: room.consultationId });
  desk.done(() => t('waiting:result.finished', { name }));
}
