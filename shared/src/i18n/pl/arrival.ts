import type { arrival as english } from '../en/arrival.ts';
import type { Translation } from '../translator.ts';

export const arrival: Translation<typeof english> = {
  closed: 'Teraz nieczynne: {{clinic}}',
  hours: 'Godziny otwarcia',
  shut: 'Nieczynne',
  comeBack: 'Proszę wrócić w tych godzinach.',
  comeBackOr: 'Proszę wrócić w tych godzinach albo zadzwonić – {{practice}}:',
  again: 'Spróbuj ponownie',
  unknown: 'Ten link nie działa',
  unknownText: 'Proszę sprawdzić, czy link jest cały, albo zadzwonić do przychodni.',
  trying: 'Chwileczkę',
  offline: 'Nie możemy teraz połączyć się z Państwa przychodnią.',
  busy: 'Teraz wchodzi bardzo wiele osób.',
  byItself: 'Ta strona sama spróbuje ponownie. Proszę jej nie zamykać.',
  days: {
    mon: 'poniedziałek',
    tue: 'wtorek',
    wed: 'środa',
    thu: 'czwartek',
    fri: 'piątek',
    sat: 'sobota',
    sun: 'niedziela',
  },
};
