import type { later as english } from '../en/later.ts';
import type { Translation } from '../translator.ts';

export const later: Translation<typeof english> = {
  check: {
    choose: {
      camera: 'Kamera',
      microphone: 'Mikrofon',
      speaker: 'Głośnik',
      unnamed: 'Urządzenie {{number}}',
    },
    microphone: {
      speak: 'Proszę coś powiedzieć. Pasek się rusza, gdy Państwa słychać.',
      heard: 'Słyszymy Państwa.',
      silent: 'Z mikrofonu nic nie słychać.',
    },
    dark: 'Z kamery nie ma obrazu.',
    speaker: {
      title: 'Dźwięk',
      play: 'Odtwórz dźwięk',
      question: 'Czy było słychać dźwięk?',
      yes: 'Tak',
      no: 'Nie',
      works: 'Dobrze. Będzie słychać innych.',
      help: 'Proszę zwiększyć głośność i wyłączyć tryb cichy. Jeśli podłączone są słuchawki, proszę ich użyć albo je odłączyć. Potem proszę odtworzyć dźwięk ponownie.',
      failed: 'Przeglądarka nie odtwarza dźwięku. Proszę iść dalej; dźwięk można włączyć w rozmowie.',
    },
    connection: {
      title: 'Połączenie',
      checking: 'Sprawdzamy połączenie…',
      good: 'Połączenie jest dobre.',
      fair: 'Połączenie wystarczy. Obraz może się czasem zatrzymać.',
      poor: 'Połączenie jest słabe. Proszę podejść bliżej do Wi-Fi albo wyłączyć kamerę w rozmowie.',
      blocked:
        'Państwa sieć nie przepuszcza rozmów wideo. Proszę spróbować danych komórkowych lub innego Wi-Fi albo poprosić nas o telefon.',
      failed: 'Nie udało się sprawdzić połączenia. Mimo to można iść dalej.',
    },
    help: {
      refused: {
        android:
          'Proszę dotknąć znaku obok adresu strony, potem „Uprawnienia” („Permissions”). Proszę zezwolić na kamerę i mikrofon.',
        samsung:
          'Proszę dotknąć kłódki obok adresu strony, potem „Uprawnienia” („Permissions”). Proszę zezwolić na kamerę i mikrofon.',
        ios: 'Proszę dotknąć przycisku po lewej stronie adresu, potem „Ustawienia witryny” („Website Settings”). Proszę zezwolić na kamerę i mikrofon. Jeśli nadal są wyłączone, proszę otworzyć Ustawienia („Settings”) telefonu, znaleźć przeglądarkę i zezwolić tam.',
        firefox: 'Proszę dotknąć znaku obok adresu strony. Proszę usunąć blokadę kamery i mikrofonu.',
        safari:
          'Proszę otworzyć menu Safari, potem „Ustawienia dla tej witryny” („Settings for This Website”). Proszę zezwolić na kamerę i mikrofon.',
        computer: 'Proszę kliknąć znak obok adresu strony. Proszę włączyć kamerę i mikrofon.',
      },
      not_found: {
        phone: 'Proszę uruchomić telefon ponownie, a potem jeszcze raz otworzyć link.',
        computer: 'Proszę podłączyć kamerę lub słuchawki z mikrofonem. Można też otworzyć link na telefonie.',
      },
      in_use: {
        phone: 'Proszę zakończyć inne rozmowy i zamknąć aplikacje, które używają kamery.',
        computer: 'Proszę zamknąć inne programy i karty, które używają kamery, na przykład Teams lub Zoom.',
      },
      silent: {
        phone: 'Proszę zakończyć inne rozmowy i zdjąć słuchawki. Potem proszę znowu coś powiedzieć.',
        computer:
          'Proszę poszukać przycisku wyciszenia lub zasłony kamery na komputerze, klawiaturze lub słuchawkach. Potem proszę spróbować ponownie.',
      },
      without: 'Można iść dalej bez tego. Możemy też do Państwa zadzwonić.',
    },
  },
  ring: {
    open: 'Proszę do mnie zadzwonić',
    title: 'Prośba o telefon',
    phone: 'Numer telefonu',
    phoneHint: 'Zadzwonimy pod ten numer',
    phoneMissing: 'Proszę wpisać numer telefonu, na przykład 01632 960 001',
    send: 'Poproś o telefon',
    done: 'Przychodnia już o tym wie. Zadzwoni pod numer {{phone}}.',
    next: 'Proszę mieć telefon pod ręką. Numer może być ukryty. Państwa miejsce w kolejce jest zachowane.',
    change: 'Zmień numer',
    takeBack: 'Jednak mogę rozmawiać przez wideo',
  },
  message: {
    title: 'Wiadomości',
    you: 'Państwo',
    answer: 'Państwa odpowiedź',
    send: 'Wyślij',
    missing: 'Najpierw proszę napisać odpowiedź',
    sent: 'Odpowiedź została wysłana.',
  },
  sound: {
    turn: 'Odtwórz dźwięk, gdy nadejdzie moja kolej',
    ready: 'Usłyszą Państwo dźwięk, gdy nadejdzie Państwa kolej i gdy przyjdzie wiadomość.',
    touch: 'Proszę raz dotknąć tej strony, aby dźwięk mógł zadziałać.',
    failed: 'Ta przeglądarka nie odtwarza dźwięku. Proszę mieć tę stronę na oku.',
  },
  held: {
    text: 'Teraz {{clinician}} nie widzi Państwa ani nie słyszy.',
    stay: 'Proszę tu zostać. Rozmowa zostanie wznowiona.',
  },
  call: {
    title: 'Wizyta: {{clinician}}',
    titleUnknown: 'Państwa wizyta',
    here: 'W rozmowie: {{names}}',
    you: 'Państwo',
    leave: 'Wyjdź',
    leaveTitle: 'Wyjść z wizyty?',
    leaveText: 'Inni nie będą już Państwa widzieć ani słyszeć.',
    leaveConfirm: 'Tak, wyjdź',
    turnOnFirst: 'Zostali Państwo wpuszczeni. Proszę włączyć kamerę i mikrofon, aby inni Państwa widzieli i słyszeli.',
    joined: '{{name}} jest w rozmowie.',
    dropped: '{{name}} – połączenie przerwane.',
    returned: '{{name}} jest z powrotem.',
    left: '{{name}} już nie jest w rozmowie.',
    muted: '{{name}} – mikrofon wyciszony.',
    unmuted: '{{name}} – znowu słychać.',
    cameraOff: '{{name}} – kamera wyłączona.',
    cameraOn: '{{name}} – kamera włączona.',
  },
  browser: {
    inApp: {
      opened: 'Link jest otwarty w aplikacji {{app}}. Rozmowy wideo często tam nie działają.',
      openedUnknown: 'Link jest otwarty wewnątrz innej aplikacji. Rozmowy wideo często tam nie działają.',
      cannot: 'Link jest otwarty w aplikacji {{app}}. Rozmowy wideo tam nie działają.',
      cannotUnknown: 'Link jest otwarty wewnątrz innej aplikacji. Rozmowy wideo tam nie działają.',
      openSafari: 'Otwórz w Safari',
      open: 'Otwórz w przeglądarce',
      nothing: 'Jeśli nic się nie dzieje',
      menuIos:
        'Proszę dotknąć trzech kropek ⋯ w rogu ekranu. Potem „Otwórz w Safari” („Open in Safari”) lub „Otwórz w przeglądarce” („Open in browser”). Jeśli widać kompas, a nie ma kropek, proszę dotknąć kompasu.',
      menuAndroid:
        'Proszę dotknąć trzech kropek ⋮ w rogu ekranu. Potem „Otwórz w Chrome” („Open in Chrome”) lub „Otwórz w przeglądarce” („Open in browser”).',
      tryHere: 'Mimo to spróbuj tutaj',
      leave: 'Otwórz to w swojej przeglądarce',
    },
    cannotCall: {
      no_calls: 'Ta przeglądarka nie obsługuje rozmów wideo. Obsługują je Chrome, Safari, Firefox i Edge.',
      too_old: 'Ta przeglądarka jest za stara na rozmowy wideo. Proszę ją zaktualizować albo użyć nowszej.',
    },
    keepPlace: 'Po zmianie Państwa miejsce w kolejce jest zachowane.',
    copyTitle: 'Proszę skopiować link',
    copyHow: 'Proszę skopiować go tutaj. Potem proszę otworzyć Safari, Chrome, Firefox lub Edge i wkleić go u góry.',
    copyLabel: 'Państwa link',
    copy: 'Kopiuj link',
    device: {
      other: 'Użyj innego telefonu, tabletu lub komputera',
      noCamera: 'Nie ma tu kamery? Dalej na telefonie',
      how: 'Proszę skierować kamerę drugiego urządzenia na ten kwadrat. Potem proszę dotknąć linku, który się pokaże.',
      code: 'Kwadratowy kod (kod QR) z Państwa linkiem',
    },
    phone: 'Jeśli nic z tego nie działa, proszę zadzwonić do przychodni.',
  },
  inUse: {
    text: 'Jest otwarty na innym urządzeniu lub w innym oknie. Co chcą Państwo zrobić?',
    thisDevice: 'Użyj tego urządzenia',
    thisDeviceText: 'Wizyta na tamtym urządzeniu zostanie zamknięta.',
    guest: 'Dołącz jako inna osoba',
    guestText: 'Na przykład jako opiekun, krewny lub tłumacz. Każda osoba jest wpuszczana oddzielnie.',
  },
  over: {
    consultation_ended: {
      title: 'Wizyta się zakończyła',
      text: 'Dziękujemy. Można zamknąć tę stronę.',
    },
    visit_removed: {
      title: 'Wizyta została dla Państwa zakończona',
      text: 'Jeśli nadal potrzebna jest pomoc, proszę zadzwonić do przychodni.',
    },
    visit_left: {
      title: 'Nie są już Państwo w rozmowie',
      text: 'Jeśli to pomyłka albo rozmowa nie jest skończona, można wrócić.',
      again: 'Wróć',
    },
    taken_over: {
      title: 'Wizyta trwa gdzie indziej',
      text: 'Wizytę otwarto na innym urządzeniu lub w innym oknie. Proszę kontynuować tam i zamknąć tę stronę.',
      again: 'Użyj tego urządzenia',
    },
    consultation_full: {
      title: 'Nie ma miejsca dla kolejnych osób',
      text: 'W tej wizycie bierze już udział za dużo osób.',
      again: 'Spróbuj ponownie',
    },
    link_unknown: {
      title: 'Ten link nie działa',
      text: 'Proszę sprawdzić, czy link jest cały, albo poprosić przychodnię o nowy.',
    },
    link_expired: {
      title: 'Ten link jest za stary',
      text: 'Proszę poprosić przychodnię o nowy.',
    },
    link_revoked: {
      title: 'Ten link został anulowany',
      text: 'Proszę poprosić przychodnię o nowy.',
    },
    link_not_yet_valid: {
      title: 'Jest jeszcze za wcześnie',
      text: 'Ten link jeszcze nie działa. Proszę otworzyć go ponownie w porze wizyty.',
      again: 'Spróbuj ponownie',
    },
    other: {
      title: 'Nie możemy otworzyć tej strony',
      text: 'Proszę ponownie otworzyć swój link albo zadzwonić do przychodni.',
      again: 'Spróbuj ponownie',
    },
  },
  goodbye: {
    next: 'Co będzie dalej',
    usual: 'Jeśli poczują się Państwo gorzej, potrzebują pomocy lub mają pytanie, proszę zadzwonić do przychodni.',
    phone: 'Telefon ({{practice}}):',
    link: 'Przejdź do strony {{site}}',
  },
  feedback: {
    title: 'Jak przebiegła rozmowa?',
    intro: 'Przychodnia przeczyta odpowiedź, ale bez Państwa nazwiska.',
    veryGood: 'Bardzo dobrze',
    good: 'Dobrze',
    fair: 'Ani dobrze, ani źle',
    poor: 'Źle',
    veryPoor: 'Bardzo źle',
    missing: 'Proszę wybrać jedną odpowiedź',
    text: 'Czy chcą Państwo coś dodać? (nieobowiązkowe)',
    textHint: 'Proszę nie podawać nazwisk ani niczego o swoim zdrowiu.',
    send: 'Wyślij',
    thanks: 'Dziękujemy. To pomaga przychodni.',
  },
};
