import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Table } from '../../ui/Table.tsx';
import { RoomHeading, roomName } from '../RoomHeading.tsx';
import { personColumns } from './person-columns.tsx';

interface Props {
  room: WatchedRoom;
  /** There for who may end it. */
  onEnd: (() => void) | undefined;
}

export const RoomCard = ({ room, onEnd }: Props) => (
  <Card label={roomName(room)}>
    <RoomHeading room={room} level="h2" />
    {room.people.length === 0 ? (
      <p>{t('staff:room.nobody')}</p>
    ) : (
      <Table
        caption={t('staff:rooms.people')}
        columns={personColumns()}
        rows={room.people}
        rowKey={({ visitId }) => visitId}
      />
    )}
    <div class="fd-room__foot">
      <span class="fd-room__worker">
        {room.worker ? t('staff:rooms.worker', room.worker) : t('staff:rooms.noWorker')}
      </span>
      {onEnd && (
        <Button
          kind="warning"
          small
          onClick={onEnd}
          label={t('staff:rooms.endLabel', { room: roomName(room), at: timeText(room.createdAt) })}
        >
          {t('staff:rooms.end')}
        </Button>
      )}
    </div>
  </Card>
);
