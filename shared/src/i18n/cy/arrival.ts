import type { arrival as english } from '../en/arrival.ts';
import type { Translation } from '../translator.ts';

export const arrival: Translation<typeof english> = {
  closed: 'Mae {{clinic}} ar gau nawr',
  hours: 'Oriau agor',
  shut: 'Ar gau',
  comeBack: 'Dewch yn ôl bryd hynny.',
  comeBackOr: 'Dewch yn ôl bryd hynny, neu ffoniwch {{practice}}:',
  again: 'Ceisio eto',
  unknown: 'Nid yw’r ddolen hon yn gweithio',
  unknownText: 'Gwnewch yn siŵr bod gennych y ddolen gyfan, neu ffoniwch eich meddygfa.',
  trying: 'Un funud, os gwelwch yn dda',
  offline: 'Ni allwn gyrraedd eich meddygfa ar hyn o bryd.',
  busy: 'Mae llawer o bobl yn dod i mewn ar hyn o bryd.',
  byItself: 'Mae’r dudalen hon yn ceisio eto ar ei phen ei hun. Cadwch hi ar agor.',
  days: {
    mon: 'Dydd Llun',
    tue: 'Dydd Mawrth',
    wed: 'Dydd Mercher',
    thu: 'Dydd Iau',
    fri: 'Dydd Gwener',
    sat: 'Dydd Sadwrn',
    sun: 'Dydd Sul',
  },
};
