import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { peopleHere, queueOf } from './queue.ts';
import { QueueItem } from './QueueItem.tsx';

interface Props {
  view: RoomView;
  onAdmit: (person: PersonView) => void;
  onRemove: (person: PersonView) => void;
}

/** Who waits, and since when. */
export function Queue({ view, onAdmit, onRemove }: Props) {
  const queue = queueOf(view);
  return (
    <section aria-labelledby="queue-title" data-testid="queue">
      <h2 class="nhsuk-heading-m" id="queue-title">
        {t('clinician:queue.title')}
      </h2>
      {queue.length === 0 ? (
        <p>{t(peopleHere(view).length === 0 ? 'clinician:queue.nobody' : 'clinician:queue.nobodyElse')}</p>
      ) : (
        <ol class="fd-queue">
          {queue.map((person) => (
            <QueueItem
              key={person.visitId}
              person={person}
              onAdmit={() => onAdmit(person)}
              onRemove={() => onRemove(person)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
