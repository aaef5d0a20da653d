import type { later as english } from '../en/later.ts';
import type { Translation } from '../translator.ts';

export const later: Translation<typeof english> = {
  check: {
    choose: {
      camera: 'Cameră',
      microphone: 'Microfon',
      speaker: 'Difuzor',
      unnamed: 'Dispozitiv {{number}}',
    },
    microphone: {
      speak: 'Spuneți ceva. Bara se mișcă atunci când vă auzim.',
      heard: 'Vă auzim.',
      silent: 'Nu auzim nimic de la microfon.',
    },
    dark: 'Nu vine nicio imagine de la cameră.',
    speaker: {
      title: 'Sunet',
      play: 'Redați un sunet',
      question: 'L-ați auzit?',
      yes: 'Da',
      no: 'Nu',
      works: 'Bine. Îi veți auzi pe ceilalți.',
      help: 'Dați volumul mai tare și opriți modul silențios. Dacă aveți căști conectate, folosiți-le sau scoateți-le. Apoi redați din nou sunetul.',
      failed: 'Browserul nu redă sunetul. Continuați; puteți porni sunetul în apel.',
    },
    connection: {
      title: 'Legătura',
      checking: 'Verificăm legătura…',
      good: 'Legătura este bună.',
      fair: 'Legătura este suficientă. Imaginea se poate opri uneori.',
      poor: 'Legătura este slabă. Mergeți mai aproape de Wi-Fi sau opriți camera în apel.',
      blocked:
        'Rețeaua dumneavoastră nu lasă să treacă apeluri video. Încercați date mobile sau alt Wi-Fi, sau cereți-ne să vă sunăm.',
      failed: 'Nu am putut verifica legătura. Puteți continua totuși.',
    },
    help: {
      refused: {
        android:
          'Apăsați semnul de lângă adresa paginii, apoi „Permisiuni” („Permissions”). Permiteți camera și microfonul.',
        samsung:
          'Apăsați lacătul de lângă adresa paginii, apoi „Permisiuni” („Permissions”). Permiteți camera și microfonul.',
        ios: 'Apăsați butonul din stânga adresei paginii, apoi „Configurări site web” („Website Settings”). Permiteți camera și microfonul. Dacă rămân oprite, deschideți Configurări („Settings”) pe telefon, găsiți browserul și permiteți-le acolo.',
        firefox: 'Apăsați semnul de lângă adresa paginii. Ștergeți blocarea camerei și a microfonului.',
        safari:
          'Deschideți meniul Safari, apoi „Configurări pentru acest site web” („Settings for This Website”). Permiteți camera și microfonul.',
        computer: 'Apăsați semnul de lângă adresa paginii. Porniți camera și microfonul.',
      },
      not_found: {
        phone: 'Reporniți telefonul, apoi deschideți din nou linkul.',
        computer: 'Conectați o cameră web sau căști cu microfon. Sau deschideți linkul pe un telefon.',
      },
      in_use: {
        phone: 'Încheiați alte apeluri și închideți aplicațiile care folosesc camera.',
        computer: 'Închideți alte programe și file care folosesc camera, cum ar fi Teams sau Zoom.',
      },
      silent: {
        phone: 'Încheiați alte apeluri și scoateți căștile. Apoi spuneți din nou ceva.',
        computer:
          'Căutați un buton de oprire a microfonului sau un capac de cameră pe calculator, tastatură sau căști. Apoi încercați din nou.',
      },
      without: 'Puteți continua fără. De asemenea, vă putem suna.',
    },
  },
  ring: {
    open: 'Vă rog să mă sunați',
    title: 'Cereți să fiți sunat',
    phone: 'Numărul de telefon',
    phoneHint: 'Vă sunăm la acest număr',
    phoneMissing: 'Scrieți numărul de telefon, de exemplu 01632 960 001',
    send: 'Cereți un apel',
    done: 'Cabinetul știe. Veți primi un apel la {{phone}}.',
    next: 'Țineți telefonul aproape. Numărul poate fi ascuns. Vă păstrați locul la rând.',
    change: 'Schimbați numărul',
    takeBack: 'Pot vorbi totuși prin video',
  },
  message: {
    title: 'Mesaje',
    you: 'Dumneavoastră',
    answer: 'Răspunsul dumneavoastră',
    send: 'Trimiteți',
    missing: 'Scrieți mai întâi răspunsul',
    sent: 'Răspunsul a fost trimis.',
  },
  sound: {
    turn: 'Redă un sunet când îmi vine rândul',
    ready: 'Veți auzi un sunet când vă vine rândul și când primiți un mesaj.',
    touch: 'Atingeți pagina o dată, ca sunetul să poată fi redat.',
    failed: 'Acest browser nu redă sunetul. Țineți pagina la vedere.',
  },
  held: {
    text: 'Acum {{clinician}} nu vă vede și nu vă aude.',
    stay: 'Rămâneți aici. Consultația va continua.',
  },
  call: {
    title: 'Consultație cu {{clinician}}',
    titleUnknown: 'Consultația dumneavoastră',
    here: 'În apel: {{names}}',
    you: 'dumneavoastră',
    leave: 'Ieșiți',
    leaveTitle: 'Ieșiți din consultație?',
    leaveText: 'Ceilalți nu vă vor mai vedea și nu vă vor mai auzi.',
    leaveConfirm: 'Da, ieșiți',
    turnOnFirst:
      'Ați intrat în consultație. Porniți camera și microfonul, pentru ca ceilalți să vă vadă și să vă audă.',
    joined: '{{name}} este în apel.',
    dropped: '{{name}} a pierdut legătura.',
    returned: '{{name}} a revenit.',
    left: '{{name}} a ieșit din apel.',
    muted: '{{name}} a oprit microfonul.',
    unmuted: '{{name}} se aude din nou.',
    cameraOff: '{{name}} a oprit camera.',
    cameraOn: '{{name}} a pornit camera.',
  },
  browser: {
    inApp: {
      opened: 'Ați deschis linkul în {{app}}. Apelurile video adesea nu funcționează acolo.',
      openedUnknown: 'Ați deschis linkul în altă aplicație. Apelurile video adesea nu funcționează acolo.',
      cannot: 'Ați deschis linkul în {{app}}. Apelurile video nu funcționează acolo.',
      cannotUnknown: 'Ați deschis linkul în altă aplicație. Apelurile video nu funcționează acolo.',
      openSafari: 'Deschideți în Safari',
      open: 'Deschideți în browser',
      nothing: 'Dacă nu se întâmplă nimic',
      menuIos:
        'Apăsați cele trei puncte ⋯ dintr-un colț al ecranului. Apoi apăsați „Open in Safari” sau „Open in browser”. Dacă vedeți o busolă și niciun punct, apăsați busola.',
      menuAndroid:
        'Apăsați cele trei puncte ⋮ dintr-un colț al ecranului. Apoi apăsați „Open in Chrome” sau „Open in browser”.',
      tryHere: 'Încercați totuși aici',
      leave: 'Deschideți în browserul dumneavoastră',
    },
    cannotCall: {
      no_calls: 'Acest browser nu poate face apeluri video. Chrome, Safari, Firefox și Edge pot.',
      too_old: 'Acest browser este prea vechi pentru apeluri video. Actualizați-l sau folosiți unul mai nou.',
    },
    keepPlace: 'Vă păstrați locul la rând dacă schimbați.',
    copyTitle: 'Copiați linkul',
    copyHow: 'Copiați-l aici. Apoi deschideți Safari, Chrome, Firefox sau Edge și lipiți-l în partea de sus.',
    copyLabel: 'Linkul dumneavoastră',
    copy: 'Copiați linkul',
    device: {
      other: 'Folosiți alt telefon, altă tabletă sau alt calculator',
      noCamera: 'Nu aveți cameră aici? Continuați pe telefon',
      how: 'Îndreptați camera celuilalt dispozitiv spre acest pătrat. Apoi apăsați linkul care apare.',
      code: 'Cod pătrat (cod QR) cu linkul dumneavoastră',
    },
    phone: 'Dacă nimic nu funcționează, sunați la cabinet.',
  },
  inUse: {
    text: 'Este deschis pe alt dispozitiv sau în altă fereastră. Ce doriți să faceți?',
    thisDevice: 'Folosiți acest dispozitiv',
    thisDeviceText: 'Pe celălalt dispozitiv se închide.',
    guest: 'Intrați ca altă persoană',
    guestText: 'De exemplu ca îngrijitor, rudă sau interpret. Fiecărei persoane i se permite separat să intre.',
  },
  over: {
    consultation_ended: {
      title: 'Consultația s-a încheiat',
      text: 'Vă mulțumim. Puteți închide această pagină.',
    },
    visit_removed: {
      title: 'Consultația s-a încheiat pentru dumneavoastră',
      text: 'Sunați la cabinet dacă mai aveți nevoie de ajutor.',
    },
    visit_left: {
      title: 'Ați ieșit',
      text: 'Dacă a fost o greșeală sau nu ați terminat, puteți reveni.',
      again: 'Reveniți',
    },
    taken_over: {
      title: 'Ați continuat în altă parte',
      text: 'Programarea a fost deschisă pe alt dispozitiv sau în altă fereastră. Continuați acolo și închideți această pagină.',
      again: 'Folosiți acest dispozitiv',
    },
    consultation_full: {
      title: 'Nu mai este loc pentru alte persoane',
      text: 'Prea multe persoane au intrat în această consultație.',
      again: 'Încercați din nou',
    },
    link_unknown: {
      title: 'Acest link nu funcționează',
      text: 'Verificați dacă aveți linkul întreg sau cereți cabinetului unul nou.',
    },
    link_expired: {
      title: 'Acest link este prea vechi',
      text: 'Cereți cabinetului unul nou.',
    },
    link_revoked: {
      title: 'Acest link a fost anulat',
      text: 'Cereți cabinetului unul nou.',
    },
    link_not_yet_valid: {
      title: 'Ați venit prea devreme',
      text: 'Acest link nu funcționează încă. Deschideți-l din nou la ora programării.',
      again: 'Încercați din nou',
    },
    other: {
      title: 'Nu putem deschide această pagină',
      text: 'Deschideți din nou linkul sau sunați la cabinet.',
      again: 'Încercați din nou',
    },
  },
  goodbye: {
    next: 'Ce urmează',
    usual: 'Dacă vă simțiți mai rău, aveți nevoie de ajutor sau aveți o întrebare, sunați la cabinet.',
    phone: 'Sunați la {{practice}}:',
    link: 'Mergeți la {{site}}',
  },
  feedback: {
    title: 'Cum a fost apelul?',
    intro: 'Cabinetul vă citește răspunsul, dar fără numele dumneavoastră.',
    veryGood: 'Foarte bine',
    good: 'Bine',
    fair: 'Nici bine, nici rău',
    poor: 'Rău',
    veryPoor: 'Foarte rău',
    missing: 'Alegeți un răspuns',
    text: 'Doriți să spuneți mai multe? (opțional)',
    textHint: 'Nu scrieți nume și nimic despre sănătatea dumneavoastră.',
    send: 'Trimiteți',
    thanks: 'Vă mulțumim. Răspunsul ajută cabinetul.',
  },
};
