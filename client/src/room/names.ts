import { isolate } from '@front-door/shared/i18n/isolate.ts';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { currentDirection, t } from '../i18n/index.ts';

/** What to call somebody. */
export const nameOf = ({ name }: Pick<PersonView, 'name'>): string => name ?? t('person.nameless');

/** Several names in a row, each by itself whichever way it is written: "Ada Lovelace, Alan Turing, you". */
export const listOf = (names: readonly string[]): string =>
  names.map((name) => isolate(name, currentDirection())).join(t('comma'));
