import type { common as english } from '../en/common.ts';
import type { Translation } from '../translator.ts';

const errors: Translation<typeof english.errors> = {
  bad_request: 'Mae rhywbeth ar y ffurflen nad yw’n iawn. Gwiriwch hi a rhowch gynnig arall arni.',
  payload_too_large: 'Mae hynny’n rhy fawr i’w anfon. Gwnewch ef yn llai a rhowch gynnig arall arni.',
  not_signed_in: 'Rydych wedi’ch allgofnodi. Mewngofnodwch a rhowch gynnig arall arni.',
  sign_in_failed: 'Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau a rhowch gynnig arall arni.',
  forbidden: 'Ni chewch wneud hyn. Gofynnwch i un o weinyddwyr eich meddygfa.',
  not_found: 'Nid yw hwn yma bellach. Ail-lwythwch y dudalen.',
  method_not_allowed: 'Mae’r dudalen hon wedi dyddio. Ail-lwythwch hi a rhowch gynnig arall arni.',
  too_many_requests: 'Roedd hynny’n ormod o weithiau yn olynol. Rhowch gynnig arall arni ymhen {{wait}}.',

  link_unknown:
    'Nid yw’r ddolen hon yn gweithio. Gwnewch yn siŵr bod y ddolen gyfan gennych, neu gofynnwch i’ch meddygfa am un newydd.',
  link_not_yet_valid: 'Mae’n rhy gynnar i ddefnyddio’r ddolen hon. Agorwch hi eto ar adeg eich apwyntiad.',
  link_expired: 'Mae’r ddolen hon yn rhy hen. Gofynnwch i’ch meddygfa am un newydd.',
  link_revoked: 'Cafodd y ddolen hon ei chanslo. Gofynnwch i’ch meddygfa am un newydd.',
  link_in_use: 'Mae’r ddolen hon eisoes ar agor ar ddyfais arall.',

  token_invalid: 'Ni weithiodd y cysylltiad. Ail-lwythwch y dudalen.',
  token_expired: 'Cymerodd y cysylltu ormod o amser. Ail-lwythwch y dudalen.',
  token_used: 'Ni weithiodd y cysylltiad. Ail-lwythwch y dudalen.',
  resume_invalid: 'Nid ydych wedi’ch cysylltu mwyach. Agorwch eich dolen eto.',

  wrong_state: 'Nid yw hynny’n bosibl ar hyn o bryd. Edrychwch ar y dudalen eto a rhowch gynnig arall arni.',
  not_admitted: 'Nid ydych wedi cael eich gadael i mewn eto. Arhoswch, os gwelwch yn dda.',
  name_changed: 'Mae’r person wedi newid ei enw. Gwiriwch yr enw newydd yn gyntaf.',
  person_away: 'Nid yw’r person wedi’i gysylltu ar hyn o bryd. Arhoswch nes y daw yn ôl.',
  visit_removed: 'Cawsoch eich tynnu o’r ymgynghoriad hwn. Ffoniwch eich meddygfa os oes angen help arnoch o hyd.',
  visit_left: 'Rydych wedi gadael. Agorwch eich dolen eto i ddod yn ôl.',
  consultation_ended: 'Mae’r ymgynghoriad hwn wedi dod i ben.',
  consultation_full: 'Does dim lle i berson arall yn yr ymgynghoriad hwn. Ffoniwch eich meddygfa.',
  taken_over: 'Cafodd hwn ei agor ar ddyfais arall neu mewn ffenestr arall. Ewch ymlaen yno.',

  email_taken:
    'Mae cyfrif gyda’r cyfeiriad e-bost hwn yn barod. Mewngofnodwch gydag ef, neu defnyddiwch gyfeiriad arall.',
  own_account: 'Ni allwch wneud hyn i’ch cyfrif eich hun. Gofynnwch i weinyddwr arall.',

  unavailable:
    'Mae ein system wedi’i dal yn ôl ar hyn o bryd. Mae’r hyn oedd gennych o’r blaen yn ddiogel. Arhoswch eiliad, yna rhowch gynnig arall arni.',
  restarting:
    'Mae ein system ar fin ailgychwyn. Ni all neb newydd ddod i mewn am ychydig funudau. Rhowch gynnig arall arni wedyn.',
  media_unavailable:
    'Nid yw’r fideo’n gweithio ar ein hochr ni ar hyn o bryd. Arhoswch funud a rhowch gynnig arall arni.',
  internal:
    'Aeth rhywbeth o’i le ar ein hochr ni. Rhowch gynnig arall arni. Os yw’n dal i ddigwydd, rhowch y rhif hwn i ni: {{id}}',

  offline: 'Ni allwn gyrraedd Front Door. Gwiriwch eich cysylltiad â’r rhyngrwyd a rhowch gynnig arall arni.',
};

export const common: Translation<typeof english> = {
  product: 'Front Door',
  page: {
    title: '{{title}} – {{site}}',
    skip: 'Neidio i’r prif gynnwys',
    nav: 'Tudalennau',
    language: 'Iaith',
    phone: 'Angen help? Ffoniwch {{practice}}:',
    emergency: 'Mewn argyfwng, ffoniwch 999.',
  },
  form: {
    problem: 'Mae problem',
    error: 'Gwall:',
    show: 'Dangos',
    hide: 'Cuddio',
    showPassword: 'Dangos y cyfrinair',
    hidePassword: 'Cuddio’r cyfrinair',
  },
  copy: {
    done: 'Wedi’i gopïo',
    byHand: 'Nid oedd modd copïo. Mae’r testun wedi’i ddewis: copïwch ef eich hun.',
  },
  dialog: {
    cancel: 'Canslo',
  },
  duration: {
    moment: 'llai na munud',
    minutes: {
      zero: '{{count}} munud',
      one: '{{count}} munud',
      two: '{{count}} funud',
      few: '{{count}} munud',
      many: '{{count}} munud',
      other: '{{count}} munud',
    },
    hours: {
      zero: '{{count}} awr',
      one: '{{count}} awr',
      two: '{{count}} awr',
      few: '{{count}} awr',
      many: '{{count}} awr',
      other: '{{count}} awr',
    },
    both: '{{hours}} {{minutes}}',
  },
  time: {
    onDay: '{{day}} {{month}} am {{clock}}',
    exact: '{{day}} {{month}} {{year}}, {{clock}}',
    months: {
      jan: 'Ionawr',
      feb: 'Chwefror',
      mar: 'Mawrth',
      apr: 'Ebrill',
      may: 'Mai',
      jun: 'Mehefin',
      jul: 'Gorffennaf',
      aug: 'Awst',
      sep: 'Medi',
      oct: 'Hydref',
      nov: 'Tachwedd',
      dec: 'Rhagfyr',
    },
  },
  comma: ', ',
  person: {
    patient: 'Claf',
    guest: 'Gwestai',
    clinician: 'Clinigydd',
    nameless: 'Dim enw eto',
  },
  errors,
};
