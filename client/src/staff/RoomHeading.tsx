import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { Duration } from '../ui/Duration.tsx';

/** A room has no name of its own: it is called by whom the patient will see. */
export const roomName = (room: WatchedRoom): string => room.clinicianName ?? t('staff:room.unnamed');

const madeAt = (room: WatchedRoom): string => t('staff:room.made', { at: timeText(room.createdAt) });

interface Props {
  room: WatchedRoom;
  level: 'h2' | 'h3';
  /** Among the person's own rooms, which all have the same name, the time tells them apart. */
  own?: boolean;
}

/** A room's name, when it was made, and how long its call has lasted. */
export const RoomHeading = ({ room, level: Level, own = false }: Props) => (
  <div class="fd-room__heading">
    <Level class="nhsuk-heading-s">{own ? madeAt(room) : roomName(room)}</Level>
    <p>
      {!own && `${madeAt(room)} · `}
      {room.callStartedAt === null ? (
        t('staff:room.noCall')
      ) : (
        <>
          {t('staff:room.call')} <Duration since={room.callStartedAt} as="clock" />
        </>
      )}
    </p>
  </div>
);
