import type { patient as english } from '../en/patient.ts';
import type { Translation } from '../translator.ts';

export const patient: Translation<typeof english> = {
  who: 'eich clinigydd',
  details: {
    title: 'Eich manylion',
    arrived: 'Rydych wedi cyrraedd. Gall {{practice}} weld eich bod chi yma.',
    name: 'Eich enw llawn',
    nameHint: 'Er mwyn i’ch meddygfa wybod pwy ydych chi',
    nameMissing: 'Rhowch eich enw',
    agreementTitle: 'Cyn i chi fynd ymlaen',
    agree: 'Rwyf wedi darllen hwn ac rwy’n cytuno',
    agreeMissing: 'Ticiwch y blwch i ddangos eich bod yn cytuno',
    submit: 'Parhau',
  },
  devices: {
    title: 'Camera a microffon',
    why: 'Fel bod {{clinician}} yn gallu eich gweld a’ch clywed, bydd eich porwr yn gofyn am gael defnyddio eich camera a’ch microffon. Dewiswch “Caniatáu” (“Allow”).',
    nothingYet: 'Nid oes dim yn gadael eich dyfais nes i chi gael eich gadael i mewn.',
    turnOn: 'Troi’r camera a’r microffon ymlaen',
    without: 'Mynd ymlaen hebddyn nhw',
    waiting: 'Rydych eisoes yn y ciw.',
    asking: 'Mae eich porwr yn gofyn. Dewiswch “Caniatáu” (“Allow”).',
  },
  waiting: {
    title: 'Rydych yn y lle cywir',
    tab: 'Yn aros – peidiwch â gadael',
    who: 'Bydd {{clinician}} yn eich gweld.',
    whoUnknown: 'Bydd eich clinigydd yn eich gweld.',
    arrived: 'Cyrhaeddoch am {{time}}.',
    stay: 'Arhoswch ar y dudalen hon. Cewch eich gadael i mewn.',
    checkDevices: 'Gwirio eich camera a’ch microffon',
    private: 'Dim ond chi sy’n gallu gweld hyn. Nid oes dim yn gadael eich dyfais nes i chi gael eich gadael i mewn.',
    name: 'Eich enw: {{name}}',
    correct: 'Newid enw',
    connected: 'Wedi’ch cysylltu',
  },
  message: {
    soon: 'Byddwn gyda chi cyn bo hir.',
    few_minutes: 'Bydd ychydig funudau eto. Diolch am aros.',
    running_late: 'Rydym yn rhedeg yn hwyr. Mae’n ddrwg gennym eich cadw’n aros.',
    still_there: 'A ydych chi yno o hyd?',
    we_will_ring: 'Byddwn yn eich ffonio yn lle hynny. Cadwch eich ffôn yn agos.',
  },
  check: {
    title: 'Gwirio’r camera, y sain a’r cysylltiad',
    open: 'Gwirio eto',
    close: 'Cau’r gwiriad',
    goOn: 'Ymlaen',
  },
  reconnecting: {
    tab: 'Yn ailgysylltu…',
    keepPlace: 'Rydych yn cadw eich lle yn y ciw.',
  },
  call: {
    tab: 'Yn eich ymgynghoriad',
    letIn: 'Rydych wedi cael eich gadael i mewn.',
  },
  inUse: 'Mae eich dolen eisoes ar agor',
  overTab: 'Hwyl fawr',
  browser: {
    inApp: 'Agorwch hwn yn eich porwr eich hun',
    cannotCall: 'Mae angen porwr arall arnoch',
  },
};
