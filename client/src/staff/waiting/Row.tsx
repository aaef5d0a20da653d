import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { actionsFor } from './actions.ts';
import { actionLabel, actionText } from './action-text.ts';
import { desk } from './desk.ts';
import { Facts } from './Facts.tsx';
import { RowMenu } from './RowMenu.tsx';
import { StatusMark } from './StatusMark.tsx';
import { statusOf } from './status.ts';
import { StatusSince } from './StatusSince.tsx';
import { calledBy, namesOf } from './who.ts';

interface Props {
  room: WatchedRoom;
  /** In the queue; null for none. */
  place: number | null;
  isClinician: boolean;
  /** Where a part holds several clinics' consultations. */
  namesClinic?: boolean;
}

/** One consultation. It is drawn anew when something in it changes, and not when others do. */
export function Row({ room, place, isClinician, namesClinic = false }: Props) {
  const status = statusOf(room);
  const { shown, expected } = namesOf(room);
  const { main, more } = actionsFor(room, { isClinician });
  return (
    <li class="fd-row" data-testid="row" data-status={status.is}>
      <div class="fd-row__state">
        {place !== null && (
          <span class="fd-row__place">
            <span class="nhsuk-u-visually-hidden">{t('waiting:row.place')} </span>
            {place}
          </span>
        )}
        <StatusMark is={status.is} />
        <StatusSince status={status} />
      </div>
      <div class="fd-row__who">
        <h3 class="fd-row__name" dir="auto">
          {shown ?? t('waiting:row.nobody')}
        </h3>
        {expected !== null && (
          <p class="fd-row__expected">
            <bdi>{t('waiting:row.expectedAs', { name: expected })}</bdi>
          </p>
        )}
        <Facts room={room} namesClinic={namesClinic} />
      </div>
      <div class="fd-row__do">
        {main && (
          <Button
            small
            kind={main === 'call_in' ? 'primary' : 'secondary'}
            onClick={() => desk.begin(main, room)}
            label={actionLabel(main, room)}
          >
            {actionText(main)}
          </Button>
        )}
        <RowMenu room={room} actions={more} name={calledBy(room)} />
      </div>
    </li>
  );
}
