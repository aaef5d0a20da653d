import type { room as english } from '../en/room.ts';
import type { Translation } from '../translator.ts';

export const room: Translation<typeof english> = {
  self: {
    label: 'Dumneavoastră, așa cum vă vor vedea ceilalți',
    you: 'Eu',
    cameraOff: 'Camera oprită',
    noCamera: 'Fără cameră',
    muted: 'Oprit',
    opening: 'Pornește…',
    noMicrophone: 'Fără sunet',
  },
  controls: {
    label: 'Microfonul și camera dumneavoastră',
    mute: 'Opriți microfonul',
    unmute: 'Porniți microfonul',
    cameraOff: 'Opriți camera',
    cameraOn: 'Porniți camera',
  },
  person: {
    muted: '{{name}} – microfon oprit',
    cameraOff: 'Camera este oprită',
    dropped: 'Legătura s-a pierdut. Persoana poate reveni singură.',
    coming: 'Se conectează…',
    picture: 'Imagine: {{name}}',
  },
  sound: {
    blocked: 'Browserul dumneavoastră oprește sunetul.',
    tap: 'Apăsați pentru a auzi',
  },
  connection: {
    reconnecting: 'Legătura s-a pierdut. O refacem. Rămâneți pe această pagină.',
    back: 'Legătura a revenit.',
    failing: 'Sunetul și imaginea nu ajung. Încercăm să le readucem.',
    flowing: 'Sunetul și imaginea au revenit.',
    connecting: 'Se conectează…',
    slow: 'Durează mai mult decât de obicei. Încercăm în continuare.',
    unavailable: 'Sistemul nostru este blocat pentru moment.',
    restarting: 'Sistemul nostru va reporni imediat. Câteva minute nu poate intra nimeni nou.',
    byItself: 'Nu trebuie să faceți nimic: pagina încearcă din nou singură. Lăsați-o deschisă.',
    restartSoon: 'Sistemul nostru va reporni în curând. Vă păstrați locul, iar pagina revine singură. Rămâneți aici.',
    restartBy:
      'Sistemul nostru va reporni cel târziu la {{time}}. Puteți vorbi până atunci. Apoi apelul revine singur.',
  },
  devices: {
    retry: 'Încercați din nou',
    both: {
      refused: 'Browserul nu are voie să folosească microfonul și camera.',
      not_found: 'Nu găsim nicio cameră și niciun microfon pe acest dispozitiv.',
      in_use: 'Alt program folosește camera și microfonul. Închideți-l, apoi încercați din nou.',
      interrupted: 'Camera și microfonul au fost ocupate, poate de un apel telefonic.',
      other: 'Camera și microfonul nu pornesc.',
    },
    microphone: {
      refused: 'Browserul nu are voie să folosească microfonul.',
      not_found: 'Nu găsim niciun microfon pe acest dispozitiv.',
      in_use: 'Alt program folosește microfonul. Închideți-l, apoi încercați din nou.',
      interrupted: 'Microfonul a fost ocupat, poate de un apel telefonic.',
      other: 'Microfonul nu pornește.',
    },
    camera: {
      refused: 'Browserul nu are voie să folosească camera.',
      not_found: 'Nu găsim nicio cameră pe acest dispozitiv.',
      in_use: 'Alt program folosește camera. Închideți-l, apoi încercați din nou.',
      interrupted: 'Camera a fost ocupată, poate de alt program.',
      other: 'Camera nu pornește.',
    },
    allow:
      'Apăsați semnul de lângă adresa paginii, în partea de sus a browserului, permiteți microfonul și camera, apoi încercați din nou.',
  },
  insecure: {
    title: 'Această adresă nu este sigură',
    text: 'Browserele permit camera și microfonul numai la adrese sigure, care încep cu https. Cereți cabinetului linkul corect.',
  },
};
