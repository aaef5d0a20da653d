import type { landing as english } from '../en/landing.ts';
import type { Translation } from '../translator.ts';

export const landing: Translation<typeof english> = {
  title: 'Consultații video cu cabinetul dumneavoastră',
  what: 'Aici puteți vorbi prin video cu medicul sau cu asistenta, de pe telefon, tabletă sau calculator. Nu trebuie să instalați nimic.',
  haveLink: 'Dacă aveți un link',
  openLink: 'Deschideți-l din SMS-ul sau e-mailul de la cabinet. Funcționează la ora programării.',
  brokenLink: 'Dacă nu se deschide, copiați linkul întreg în bara de adrese a browserului sau sunați la cabinet.',
  inApp:
    'Dacă se deschide într-o aplicație, ca WhatsApp sau Facebook, camera poate să nu funcționeze. Atunci deschideți-l în Safari, Chrome, Firefox sau Edge.',
  noLink: 'Dacă nu aveți un link, luați legătura cu cabinetul. Aici nu puteți face o programare.',
  staff: 'Conectare pentru personal',
};
