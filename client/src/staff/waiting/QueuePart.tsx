import { useId } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { ClinicQueue } from './order.ts';
import { Row } from './Row.tsx';
import { RunningLate } from './RunningLate.tsx';
import { waitingList } from './waiting-list.ts';

interface Props {
  queue: ClinicQueue;
  isClinician: boolean;
}

/** One clinic: how many wait, how late it runs, and who is there in the order of their turns. */
export function QueuePart({ queue: { clinic, rooms, counts }, isClinician }: Props) {
  const id = useId();
  const places = waitingList.places.value;
  return (
    <section aria-labelledby={id} data-testid="queue">
      <div class="fd-queue__heading">
        <h2 class="nhsuk-heading-m" id={id}>
          <bdi>{clinic?.name ?? t('waiting:part.withoutClinic')}</bdi>
        </h2>
        <p class="fd-queue__counts">{countsText(counts)}</p>
      </div>
      {clinic && <RunningLate clinic={clinic} />}
      {rooms.length === 0 ? (
        <p>{t('waiting:part.none')}</p>
      ) : (
        <ul class="fd-rows">
          {rooms.map((room) => (
            <Row
              key={room.consultationId}
              room={room}
              place={places.get(room.consultationId) ?? null}
              isClinician={isClinician}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

const countsText = ({ waiting, inCall, expected }: ClinicQueue['counts']): string =>
  [
    t('waiting:part.waiting', { count: waiting }),
    t('waiting:part.inCall', { count: inCall }),
    t('waiting:part.expectedCount', { count: expected }),
  ].join(' · ');
