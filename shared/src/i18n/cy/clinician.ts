import type { clinician as english } from '../en/clinician.ts';
import type { Translation } from '../translator.ts';

export const clinician: Translation<typeof english> = {
  title: 'Ymgynghoriad fideo',
  titleOf: 'Ymgynghoriad fideo – {{clinician}}',
  tab: {
    nobody: 'Neb yma eto',
    waiting: '({{count}}) yn aros',
    call: 'Mewn galwad',
    reconnecting: 'Yn ailgysylltu…',
  },
  queue: {
    title: 'Ystafell aros',
    nobody: 'Nid oes neb yn aros. Byddwch yn gweld yma pan fydd rhywun yn agor dolen y claf.',
    nobodyElse: 'Nid oes neb arall yn aros.',
    nameless: 'Manylion heb eu rhoi eto',
    guest: 'gwestai',
    since: 'Yma ers {{time}}, am',
    away: 'Collwyd y cysylltiad am {{time}}. Mae’r lle yn cael ei gadw.',
    gone: 'Gall ddod yn ôl drwy’r ddolen.',
    admit: 'Gadael i mewn',
    admitWhom: 'Gadael i mewn: {{name}}',
  },
  admit: {
    title: 'Gadael {{name}} i mewn?',
    text: 'Byddwch yn gweld ac yn clywed eich gilydd ar unwaith. Gwiriwch drwy siarad mai’r person cywir yw hwn.',
    guestText:
      'Mae’n ymuno fel person arall ar ochr y claf. Bydd pawb yn yr alwad yn gallu gweld a chlywed y person hwn.',
    confirm: 'Gadael {{name}} i mewn',
  },
  people: {
    title: 'Yn yr alwad',
    you: '{{name}} (chi)',
    muted: 'Wedi’i dewi',
    cameraOff: 'Camera i ffwrdd',
    remove: 'Tynnu',
    removeWhom: 'Tynnu {{name}}',
  },
  remove: {
    title: 'Tynnu {{name}}?',
    text: 'Ni all ddod yn ôl, ac nid yw’r ddolen a ddefnyddiwyd yn gadael neb i mewn mwyach. Mae pwy bynnag sydd yn yr alwad yn barod yn aros.',
    confirm: 'Tynnu {{name}}',
  },
  end: {
    button: 'Gorffen i bawb',
    lobby: 'Gorffen yr ymgynghoriad hwn',
    title: 'Gorffen yr ymgynghoriad i bawb?',
    text: 'Caiff pawb eu datgysylltu, ac ni fydd y dolenni’n gweithio mwyach.',
    confirm: 'Gorffen i bawb',
  },
  devices: {
    title: 'Eich camera a’ch microffon',
    private: 'Nid oes neb yn eich gweld nac yn eich clywed nes i chi adael rhywun i mewn.',
  },
  news: {
    arrived: 'Mae rhywun wedi agor dolen y claf.',
    waiting: 'Mae {{name}} yn aros.',
    joined: 'Mae {{name}} yn yr alwad.',
    dropped: 'Mae {{name}} wedi colli’r cysylltiad.',
    returned: 'Mae {{name}} yn ôl.',
    left: 'Mae {{name}} wedi gadael.',
    muted: 'Mae {{name}} wedi tewi’r microffon.',
    unmuted: 'Gellir clywed {{name}} eto.',
    cameraOff: 'Mae {{name}} wedi troi’r camera i ffwrdd.',
    cameraOn: 'Mae {{name}} wedi troi’r camera ymlaen.',
  },
  toConsultations: 'Yn ôl i’ch ymgynghoriadau',
  over: {
    consultation_ended: {
      title: 'Mae’r ymgynghoriad wedi dod i ben',
      text: 'Mae pawb wedi’u datgysylltu ac nid yw’r dolenni’n gweithio mwyach. Gallwch gau’r dudalen hon.',
    },
    taken_over: {
      title: 'Aethoch ymlaen yn rhywle arall',
      text: 'Cafodd yr ymgynghoriad hwn ei agor ar ddyfais arall neu mewn ffenestr arall.',
      again: 'Mynd ymlaen yma',
    },
    visit_removed: {
      title: 'Cawsoch eich tynnu o’r ymgynghoriad',
      text: 'Mae clinigydd arall wedi’ch tynnu.',
    },
    not_signed_in: {
      title: 'Rydych wedi’ch allgofnodi',
      text: 'Mewngofnodwch, yna agorwch yr ymgynghoriad eto.',
      signIn: 'Mynd i fewngofnodi',
    },
    forbidden: {
      title: 'Nid yw’r ymgynghoriad hwn ar agor i chi',
      text: 'Dim ond clinigwyr y feddygfa sy’n gallu mynd i mewn iddo.',
    },
    link_unknown: {
      title: 'Nid yw’r ddolen hon yn gweithio',
      text: 'Gwnewch yn siŵr bod y ddolen gyfan gennych, neu gofynnwch am un newydd.',
    },
    link_expired: {
      title: 'Mae’r ddolen hon yn rhy hen',
      text: 'Dechreuwch ymgynghoriad newydd, neu gofynnwch am ddolen newydd.',
    },
    link_revoked: {
      title: 'Cafodd y ddolen hon ei chanslo',
      text: 'Gofynnwch am un newydd.',
    },
    link_not_yet_valid: {
      title: 'Mae’n rhy gynnar i ddefnyddio’r ddolen hon',
      text: 'Agorwch hi eto ar adeg yr apwyntiad.',
      again: 'Rhoi cynnig arall arni',
    },
    other: {
      title: 'Ni allwn agor yr ymgynghoriad hwn',
      text: 'Agorwch ef eto o dudalen y staff neu drwy ei ddolen.',
      again: 'Rhoi cynnig arall arni',
    },
  },
};
