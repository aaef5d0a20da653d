import { useSignal } from '@preact/signals';
import type { StaffView, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { byUrgency } from '../rooms.ts';
import { may } from '../session.ts';
import { watch } from '../watch.ts';
import { WatchState } from '../WatchState.tsx';
import { EndRoomDialog } from './EndRoomDialog.tsx';
import { RoomCard } from './RoomCard.tsx';

/** The practice's rooms, live: who is there, how well they are heard, on which worker. No media, no messages. */
export function RoomsPage({ staff }: { staff: StaffView }) {
  const toEnd = useSignal<WatchedRoom | null>(null);
  const view = watch.view.value;
  // The dialog shows who is there now, not who was when it was opened; a room that has ended asks nothing any more.
  const rooms = byUrgency(view?.rooms ?? []);
  const ending = rooms.find(({ consultationId }) => consultationId === toEnd.value?.consultationId);
  return (
    <>
      <WatchState />
      {view && rooms.length === 0 && <p>{t('staff:rooms.none')}</p>}
      {rooms.map((room) => (
        <RoomCard
          key={room.consultationId}
          room={room}
          onEnd={may(staff, 'admin') ? () => (toEnd.value = room) : undefined}
        />
      ))}
      {ending && <EndRoomDialog room={ending} onClose={() => (toEnd.value = null)} />}
    </>
  );
}
