import type { patient as english } from '../en/patient.ts';
import type { Translation } from '../translator.ts';

export const patient: Translation<typeof english> = {
  who: 'medicul sau asistenta',
  details: {
    title: 'Datele dumneavoastră',
    arrived: 'Ați ajuns. {{practice}} vede că sunteți aici.',
    name: 'Numele complet',
    nameHint: 'Pentru ca la cabinet să se știe cine sunteți',
    nameMissing: 'Scrieți-vă numele',
    agreementTitle: 'Înainte de a continua',
    agree: 'Am citit și sunt de acord',
    agreeMissing: 'Bifați căsuța pentru a arăta că sunteți de acord',
    submit: 'Continuați',
  },
  devices: {
    title: 'Camera și microfonul',
    why: 'Pentru ca {{clinician}} să vă vadă și să vă audă, browserul vă va cere voie să folosească microfonul și camera. Alegeți „Permite” („Allow”).',
    nothingYet: 'Nimic nu pleacă de pe dispozitivul dumneavoastră până când vi se permite să intrați.',
    turnOn: 'Porniți camera și microfonul',
    without: 'Continuați fără ele',
    waiting: 'Sunteți deja la rând.',
    asking: 'Browserul vă cere voie. Alegeți „Permite” („Allow”).',
  },
  waiting: {
    title: 'Sunteți în locul potrivit',
    tab: 'Așteptați – nu închideți',
    who: 'Veți vorbi cu {{clinician}}.',
    whoUnknown: 'Veți vorbi cu medicul sau cu asistenta.',
    arrived: 'Ați ajuns la {{time}}.',
    stay: 'Rămâneți pe această pagină. Vi se va permite să intrați.',
    checkDevices: 'Verificați camera și microfonul',
    private:
      'Numai dumneavoastră vedeți acest lucru. Nimic nu pleacă de pe dispozitivul dumneavoastră până când vi se permite să intrați.',
    name: 'Numele dumneavoastră: {{name}}',
    correct: 'Schimbați numele',
    connected: 'Legătura este bună',
  },
  message: {
    soon: 'Ajungem la dumneavoastră în curând.',
    few_minutes: 'Mai durează câteva minute. Vă mulțumim că așteptați.',
    running_late: 'Avem întârziere. Ne pare rău că trebuie să așteptați.',
    still_there: 'Mai sunteți acolo?',
    we_will_ring: 'În loc de video, vă sunăm la telefon. Țineți telefonul aproape.',
  },
  check: {
    title: 'Verificați camera, sunetul și legătura',
    open: 'Verificați din nou',
    close: 'Închideți verificarea',
    goOn: 'Continuați',
  },
  reconnecting: {
    tab: 'Se reface legătura…',
    keepPlace: 'Vă păstrați locul la rând.',
  },
  call: {
    tab: 'În consultație',
    letIn: 'Ați intrat în consultație.',
  },
  inUse: 'Linkul dumneavoastră este deja deschis',
  overTab: 'La revedere',
  browser: {
    inApp: 'Deschideți în browserul dumneavoastră',
    cannotCall: 'Aveți nevoie de alt browser',
  },
};
