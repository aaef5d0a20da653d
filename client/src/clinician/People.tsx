import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { nameOf } from '../room/names.ts';
import { Problem } from '../ui/Problem.tsx';
import type { Desk } from './desk.ts';
import { PersonInCall } from './PersonInCall.tsx';
import { peopleHere } from './queue.ts';

/** Who is in the call or on hold, and what can be done with them. */
export const People = ({ view, desk }: { view: RoomView; desk: Desk }) => (
  <section aria-labelledby="people-title" data-testid="people">
    <h2 class="nhsuk-heading-m" id="people-title">
      {t('clinician:people.title')}
    </h2>
    <Problem action={desk.holding} />
    <ul class="fd-queue">
      <li class="fd-queue__item">
        <p class="fd-queue__name">{t('clinician:people.you', { name: nameOf(view.me) })}</p>
      </li>
      {peopleHere(view).map((person) => (
        <PersonInCall key={person.visitId} person={person} desk={desk} />
      ))}
    </ul>
  </section>
);
