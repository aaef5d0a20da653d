import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import type { ConnectionState } from '../../net/connection.ts';
import { elapsedHere } from '../../ui/clock.ts';

interface Props {
  state: ConnectionState;
  practice: RoomView['practice'];
}

/** While the connection is lost: until when the place is kept, and that it may be lost once that is over. */
export function PlaceKept({ state, practice: { placeKeptMinutes } }: Props) {
  if (state.is !== 'reconnecting') return null;
  const kept = placeKeptMinutes * 60_000;
  return (
    <p data-testid="place-kept">
      {elapsedHere(state.since) < kept
        ? t('patient:reconnecting.keepPlace', { time: timeText(state.since + kept) })
        : t('patient:reconnecting.placeLost')}
    </p>
  );
}
