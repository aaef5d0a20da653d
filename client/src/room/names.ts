import { currentLocale } from '../i18n/index.ts';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';

/** What to call somebody. */
export const nameOf = ({ name }: Pick<PersonView, 'name'>): string => name ?? t('person.nameless');

/** Several names in a row: "Ada Lovelace, Alan Turing and you". */
export const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names);
