import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Row } from './Row.tsx';

/** Who has not come yet, by the time of the appointments, of all clinics. */
export const Expected = ({ rooms, isClinician }: { rooms: readonly WatchedRoom[]; isClinician: boolean }) =>
  rooms.length === 0 ? null : (
    <section aria-labelledby="expected">
      <h2 class="nhsuk-heading-m" id="expected">
        {t('waiting:part.expected')}
      </h2>
      <ul class="fd-rows">
        {rooms.map((room) => (
          <Row key={room.consultationId} room={room} place={null} isClinician={isClinician} namesClinic />
        ))}
      </ul>
    </section>
  );
