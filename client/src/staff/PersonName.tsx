import type { WatchedPerson } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';

/** Who somebody is, with their part in the consultation. */
export const PersonName = ({ person }: { person: WatchedPerson }) => (
  <span class="fd-person__name">
    <strong dir="auto">{person.name ?? t('person.nameless')}</strong> <span>{t(`person.${person.role}`)}</span>
  </span>
);
