import type { later as english } from '../en/later.ts';
import type { Translation } from '../translator.ts';

export const later: Translation<typeof english> = {
  check: {
    choose: {
      camera: 'Camera',
      microphone: 'Microffon',
      speaker: 'Seinydd',
      unnamed: 'Dyfais {{number}}',
    },
    microphone: {
      speak: 'Dywedwch rywbeth. Mae’r bar yn symud pan fyddwn yn eich clywed.',
      heard: 'Gallwn eich clywed.',
      silent: 'Nid ydym yn clywed dim o’ch microffon.',
    },
    dark: 'Nid oes llun yn dod o’ch camera.',
    speaker: {
      title: 'Sain',
      play: 'Chwarae sain',
      question: 'Wnaethoch chi ei chlywed?',
      yes: 'Do',
      no: 'Naddo',
      works: 'Da iawn. Byddwch yn clywed y lleill.',
      help: 'Trowch y sain yn uwch, a diffoddwch y modd tawel. Os oes clustffonau wedi’u cysylltu, defnyddiwch nhw neu tynnwch y plwg. Yna chwaraewch y sain eto.',
      failed: 'Nid yw eich porwr yn chwarae’r sain. Ewch ymlaen; gallwch droi’r sain ymlaen yn yr alwad.',
    },
    connection: {
      title: 'Cysylltiad',
      checking: 'Yn gwirio eich cysylltiad…',
      good: 'Mae eich cysylltiad yn dda.',
      fair: 'Bydd eich cysylltiad yn gwneud y tro. Gall y llun stopio weithiau.',
      poor: 'Mae eich cysylltiad yn wan. Symudwch yn nes at eich Wi-Fi, neu trowch y camera i ffwrdd yn yr alwad.',
      blocked:
        'Nid yw eich rhwydwaith yn gadael galwadau fideo drwodd. Rhowch gynnig ar ddata symudol neu Wi-Fi arall, neu gofynnwch i ni eich ffonio.',
      failed: 'Ni allem wirio eich cysylltiad. Gallwch fynd ymlaen o hyd.',
    },
    help: {
      refused: {
        android:
          'Tapiwch yr arwydd wrth ymyl y cyfeiriad gwe, yna Caniatâd (“Permissions”). Caniatewch y camera a’r microffon.',
        samsung:
          'Tapiwch y clo wrth ymyl y cyfeiriad gwe, yna Caniatâd (“Permissions”). Caniatewch y camera a’r microffon.',
        ios: 'Tapiwch y botwm ar y chwith i’r cyfeiriad gwe, yna Gosodiadau’r Wefan (“Website Settings”). Caniatewch y camera a’r microffon. Os ydynt yn dal i ffwrdd, agorwch Osodiadau (“Settings”) eich ffôn, chwiliwch am eich porwr, a chaniatewch nhw yno.',
        firefox: 'Tapiwch yr arwydd wrth ymyl y cyfeiriad gwe. Tynnwch y rhwystr oddi ar y camera a’r microffon.',
        safari:
          'Agorwch ddewislen Safari, yna Gosodiadau ar gyfer y wefan hon (“Settings for This Website”). Caniatewch y camera a’r microffon.',
        computer: 'Cliciwch yr arwydd wrth ymyl y cyfeiriad gwe. Trowch y camera a’r microffon ymlaen.',
      },
      not_found: {
        phone: 'Ailgychwynnwch eich ffôn, yna agorwch eich dolen eto.',
        computer: 'Plygiwch we-gamera neu glustffonau i mewn. Neu agorwch eich dolen ar ffôn.',
      },
      in_use: {
        phone: 'Gorffennwch alwadau eraill, a chaewch apiau sy’n defnyddio’r camera.',
        computer: 'Caewch raglenni a thabiau eraill sy’n defnyddio’r camera, fel Teams neu Zoom.',
      },
      silent: {
        phone: 'Gorffennwch alwadau eraill, a thynnwch unrhyw glustffonau. Yna dywedwch rywbeth eto.',
        computer:
          'Chwiliwch am fotwm tewi neu glawr camera ar eich cyfrifiadur, bysellfwrdd neu glustffonau. Yna rhowch gynnig arall arni.',
      },
      without: 'Gallwch fynd ymlaen hebddo. Gall y clinigydd eich ffonio hefyd.',
    },
  },
  ring: {
    open: 'Ffoniwch fi yn lle hynny, os gwelwch yn dda',
    title: 'Gofyn am alwad ffôn',
    phone: 'Eich rhif ffôn',
    phoneHint: 'Byddwn yn eich ffonio ar y rhif hwn',
    phoneMissing: 'Rhowch eich rhif ffôn, fel 01632 960 001',
    send: 'Gofyn iddynt fy ffonio',
    done: 'Mae eich meddygfa’n gwybod. Byddant yn eich ffonio ar {{phone}}.',
    next: 'Cadwch eich ffôn yn agos. Efallai na fydd y rhif i’w weld. Rydych yn cadw eich lle yn y ciw.',
    change: 'Newid y rhif',
    takeBack: 'Gallaf ddefnyddio fideo wedi’r cyfan',
  },
  message: {
    title: 'Negeseuon',
    you: 'Chi',
    answer: 'Eich ateb',
    send: 'Anfon',
    missing: 'Ysgrifennwch eich ateb yn gyntaf',
    sent: 'Anfonwyd eich ateb.',
  },
  sound: {
    turn: 'Chwarae sain pan ddaw fy nhro',
    ready: 'Byddwch yn clywed sain pan ddaw eich tro, a phan ddaw neges.',
    touch: 'Cyffyrddwch â’r dudalen hon unwaith, er mwyn i’r sain allu chwarae.',
    failed: 'Nid yw’r porwr hwn yn chwarae sain. Cadwch y dudalen hon o’ch blaen.',
  },
  held: {
    text: 'Ar hyn o bryd ni all {{clinician}} eich gweld na’ch clywed.',
    stay: 'Arhoswch yma. Cewch eich dwyn yn ôl.',
  },
  call: {
    title: 'Ymgynghoriad gyda {{clinician}}',
    titleUnknown: 'Eich ymgynghoriad',
    here: 'Yn yr alwad: {{names}}',
    you: 'chi',
    leave: 'Gadael',
    leaveTitle: 'Gadael yr ymgynghoriad?',
    leaveText: 'Ni fydd y lleill yn eich gweld nac yn eich clywed mwyach.',
    leaveConfirm: 'Ie, gadael',
    turnOnFirst:
      'Rydych wedi cael eich gadael i mewn. Trowch eich camera a’ch microffon ymlaen, fel bod y lleill yn eich gweld a’ch clywed.',
    joined: 'Mae {{name}} yn yr alwad.',
    dropped: 'Mae {{name}} wedi colli’r cysylltiad.',
    returned: 'Mae {{name}} yn ôl.',
    left: 'Mae {{name}} wedi gadael yr alwad.',
    muted: 'Mae {{name}} wedi tewi’r microffon.',
    unmuted: 'Gellir clywed {{name}} eto.',
    cameraOff: 'Mae {{name}} wedi troi’r camera i ffwrdd.',
    cameraOn: 'Mae {{name}} wedi troi’r camera ymlaen.',
  },
  browser: {
    inApp: {
      opened: 'Agoroch eich dolen yn {{app}}. Yn aml, nid yw galwadau fideo yn gweithio yno.',
      openedUnknown: 'Agoroch eich dolen y tu mewn i ap arall. Yn aml, nid yw galwadau fideo yn gweithio yno.',
      cannot: 'Agoroch eich dolen yn {{app}}. Nid yw galwadau fideo yn gweithio yno.',
      cannotUnknown: 'Agoroch eich dolen y tu mewn i ap arall. Nid yw galwadau fideo yn gweithio yno.',
      openSafari: 'Agor yn Safari',
      open: 'Agor yn eich porwr',
      nothing: 'Os nad oes dim yn digwydd',
      menuIos:
        'Tapiwch y tri dot ⋯ mewn cornel o’r sgrin. Yna tapiwch “Open in Safari” neu “Open in browser”. Os gwelwch gwmpawd a dim dotiau, tapiwch y cwmpawd.',
      menuAndroid: 'Tapiwch y tri dot ⋮ mewn cornel o’r sgrin. Yna tapiwch “Open in Chrome” neu “Open in browser”.',
      tryHere: 'Rhoi cynnig arni yma beth bynnag',
      leave: 'Agor hwn yn eich porwr eich hun',
    },
    cannotCall: {
      no_calls: 'Ni all y porwr hwn wneud galwadau fideo. Gall Chrome, Safari, Firefox ac Edge.',
      too_old: 'Mae’r porwr hwn yn rhy hen ar gyfer galwadau fideo. Diweddarwch ef, neu defnyddiwch un mwy newydd.',
    },
    keepPlace: 'Rydych yn cadw eich lle yn y ciw wrth newid.',
    copyTitle: 'Copïwch y ddolen',
    copyHow: 'Copïwch hi yma. Yna agorwch Safari, Chrome, Firefox neu Edge, a gludwch hi ar y brig.',
    copyLabel: 'Eich dolen',
    copy: 'Copïo’r ddolen',
    device: {
      other: 'Defnyddio ffôn, tabled neu gyfrifiadur arall',
      noCamera: 'Dim camera yma? Ewch ymlaen ar eich ffôn',
      how: 'Pwyntiwch gamera’r ddyfais arall at y sgwâr hwn. Yna tapiwch y ddolen y mae’n ei dangos.',
      code: 'Cod sgwâr (cod QR) gyda’ch dolen',
    },
    phone: 'Os nad oes dim o hyn yn gweithio, ffoniwch eich meddygfa.',
  },
  inUse: {
    text: 'Mae ar agor ar ddyfais arall, neu mewn ffenestr arall. Beth hoffech chi ei wneud?',
    thisDevice: 'Defnyddio’r ddyfais hon yn lle hynny',
    thisDeviceText: 'Caiff y ddyfais arall ei chau.',
    guest: 'Ymuno fel person arall',
    guestText: 'Er enghraifft fel gofalwr, perthynas neu gyfieithydd. Bydd y clinigydd yn eich gadael i mewn ar wahân.',
  },
  over: {
    consultation_ended: {
      title: 'Mae’r ymgynghoriad ar ben',
      text: 'Diolch. Gallwch gau’r dudalen hon.',
    },
    visit_removed: {
      title: 'Cawsoch eich tynnu o’r ymgynghoriad',
      text: 'Ffoniwch eich meddygfa os oes angen help arnoch o hyd.',
    },
    visit_left: {
      title: 'Rydych wedi gadael',
      text: 'Os mai camgymeriad oedd hyn, neu os nad ydych wedi gorffen, gallwch ddod yn ôl.',
      again: 'Dod yn ôl',
    },
    taken_over: {
      title: 'Aethoch ymlaen yn rhywle arall',
      text: 'Cafodd eich apwyntiad ei agor ar ddyfais arall neu mewn ffenestr arall. Ewch ymlaen yno, a chaewch y dudalen hon.',
      again: 'Defnyddio’r ddyfais hon yn lle hynny',
    },
    consultation_full: {
      title: 'Does dim lle i ragor o bobl',
      text: 'Mae gormod o bobl wedi ymuno â’r ymgynghoriad hwn.',
      again: 'Rhoi cynnig arall arni',
    },
    link_unknown: {
      title: 'Nid yw’r ddolen hon yn gweithio',
      text: 'Gwnewch yn siŵr bod y ddolen gyfan gennych, neu gofynnwch i’ch meddygfa am un newydd.',
    },
    link_expired: {
      title: 'Mae’r ddolen hon yn rhy hen',
      text: 'Gofynnwch i’ch meddygfa am un newydd.',
    },
    link_revoked: {
      title: 'Cafodd y ddolen hon ei chanslo',
      text: 'Gofynnwch i’ch meddygfa am un newydd.',
    },
    link_not_yet_valid: {
      title: 'Rydych yn gynnar',
      text: 'Nid yw’r ddolen hon yn gweithio eto. Agorwch hi eto ar adeg eich apwyntiad.',
      again: 'Rhoi cynnig arall arni',
    },
    other: {
      title: 'Ni allwn agor y dudalen hon',
      text: 'Agorwch eich dolen eto, neu ffoniwch eich meddygfa.',
      again: 'Rhoi cynnig arall arni',
    },
  },
  goodbye: {
    next: 'Beth sy’n digwydd nesaf',
    usual: 'Os ydych yn teimlo’n waeth, os oes angen help arnoch neu os oes gennych gwestiwn, ffoniwch eich meddygfa.',
    phone: 'Ffoniwch {{practice}}:',
    link: 'Ewch i {{site}}',
  },
  feedback: {
    title: 'Sut oedd yr alwad?',
    intro: 'Mae eich meddygfa’n darllen eich ateb, ond nid eich enw.',
    veryGood: 'Da iawn',
    good: 'Da',
    fair: 'Ddim yn dda nac yn wael',
    poor: 'Gwael',
    veryPoor: 'Gwael iawn',
    missing: 'Dewiswch un ateb',
    text: 'Hoffech chi ddweud rhagor? (dewisol)',
    textHint: 'Peidiwch â chynnwys enwau na dim am eich iechyd.',
    send: 'Anfon',
    thanks: 'Diolch. Mae’n helpu eich meddygfa.',
  },
};
