import { pages } from '@front-door/shared/protocol/pages.ts';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { SendLink } from '../invitations/SendLink.tsx';
import { Links } from '../links/Links.tsx';
import { PersonName } from '../PersonName.tsx';
import { PersonState } from '../PersonState.tsx';
import { RoomHeading, roomName } from '../RoomHeading.tsx';

interface Props {
  room: WatchedRoom;
  canOpen: boolean;
  own: boolean;
}

/** One open consultation: who is there, the way in, its links. */
export const ConsultationCard = ({ room, canOpen, own }: Props) => (
  <Card label={roomName(room)}>
    <RoomHeading room={room} level="h3" own={own} />
    {room.people.length === 0 ? (
      <p>{t('staff:room.nobody')}</p>
    ) : (
      <ul class="fd-people">
        {room.people.map((person) => (
          <li key={person.visitId} class="fd-person">
            <PersonName person={person} />
            <PersonState person={person} />
          </li>
        ))}
      </ul>
    )}
    <div class="fd-actions">
      {canOpen && (
        <LinkButton
          small
          href={`${pages.clinician}/${room.consultationId}`}
          label={t('staff:room.openLabel', { room: roomName(room), at: timeText(room.createdAt) })}
        >
          {t('staff:room.open')}
        </LinkButton>
      )}
      <SendLink
        consultationId={room.consultationId}
        label={t('staff:invite.openLabel', { room: roomName(room), at: timeText(room.createdAt) })}
      />
    </div>
    <Links consultationId={room.consultationId} />
  </Card>
);
