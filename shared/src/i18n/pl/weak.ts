import type { weak as english } from '../en/weak.ts';
import type { Translation } from '../translator.ts';

export const weak: Translation<typeof english> = {
  mine: {
    both: 'Państwa połączenie jest słabe. Wyłączyliśmy obraz, aby mogli Państwo dalej rozmawiać.',
    sends: 'Państwa połączenie jest słabe. Zatrzymaliśmy Państwa obraz, aby mogli Państwo dalej rozmawiać.',
    receives:
      'Państwa połączenie jest słabe. Zatrzymaliśmy obraz, który Państwo widzą, aby mogli Państwo dalej rozmawiać.',
    slow: 'Państwa połączenie jest słabe. Obraz jest mały i powolny.',
    saving: 'Oszczędzają Państwo dane. Obraz jest mały i powolny.',
  },
  theirs: {
    both: '{{name}} ma słabe połączenie. Wyłączyliśmy obraz, aby mogli Państwo dalej rozmawiać.',
    sends: '{{name}} ma słabe połączenie. Obraz tej osoby stoi w miejscu. Mogą Państwo dalej rozmawiać.',
    receives: '{{name}} ma słabe połączenie. Ta osoba teraz Państwa nie widzi. Mogą Państwo dalej rozmawiać.',
    slow: '{{name}} ma słabe połączenie. Obraz jest mały i powolny.',
    saving: '{{name}} oszczędza dane. Obraz jest mały i powolny.',
  },
  back: 'Połączenie jest lepsze. Obraz wrócił.',
  still: {
    mine: 'Obraz stoi w miejscu: Państwa połączenie jest słabe.',
    theirs: 'Obraz stoi w miejscu: połączenie tej osoby jest słabe.',
  },
  button: {
    save: 'Oszczędzaj dane',
    full: 'Pełny obraz',
  },
  mark: 'Słabe połączenie',
};
