import { useMemo } from 'preact/hooks';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { announce } from '../../ui/live-status.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { PersonName } from '../PersonName.tsx';
import { watch } from '../watch.ts';

interface Props {
  room: WatchedRoom;
  onClose: () => void;
}

/** Asks before a room is ended, and names everybody who would be cut off. */
export function EndRoomDialog({ room, onClose }: Props) {
  const action = useMemo(() => new Action(), []);
  const end = () =>
    action.run(async () => {
      await watch.endRoom(room.consultationId);
      announce(t('staff:rooms.ended'));
      onClose();
    });
  return (
    <ConfirmDialog
      heading={t('staff:rooms.endQuestion')}
      confirm={t('staff:rooms.end')}
      warning
      busy={action.busy.value}
      onConfirm={() => void end()}
      onCancel={onClose}
    >
      <Problem action={action} />
      <p>{room.people.length > 0 ? t('staff:rooms.endPeople') : t('staff:rooms.endNobody')}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {room.people.map((person) => (
          <li key={person.visitId}>
            <PersonName person={person} />
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
