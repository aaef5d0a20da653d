import type { common as english } from '../en/common.ts';
import type { Translation } from '../translator.ts';

const errors: Translation<typeof english.errors> = {
  bad_request: 'Coś w formularzu jest nie tak. Proszę go sprawdzić i spróbować ponownie.',
  payload_too_large: 'To jest za duże do wysłania. Proszę to zmniejszyć i spróbować ponownie.',
  not_signed_in: 'Sesja jest zakończona. Proszę się zalogować i spróbować ponownie.',
  sign_in_failed: 'Adres e-mail lub hasło są nieprawidłowe. Proszę sprawdzić jedno i drugie i spróbować ponownie.',
  forbidden: 'Nie wolno tego zrobić. Proszę zapytać administratora w przychodni.',
  not_found: 'Tego już tu nie ma. Proszę odświeżyć stronę.',
  method_not_allowed: 'Ta strona jest nieaktualna. Proszę ją odświeżyć i spróbować ponownie.',
  too_many_requests: 'Za dużo prób z rzędu. Proszę odczekać i spróbować ponownie. Czas oczekiwania: {{wait}}.',

  link_unknown: 'Ten link nie działa. Proszę sprawdzić, czy jest cały, albo poprosić przychodnię o nowy.',
  link_not_yet_valid: 'Na ten link jest za wcześnie. Proszę otworzyć go ponownie w porze wizyty.',
  link_expired: 'Ten link jest za stary. Proszę poprosić przychodnię o nowy.',
  link_revoked: 'Ten link został anulowany. Proszę poprosić przychodnię o nowy.',
  link_in_use: 'Ten link jest już otwarty na innym urządzeniu.',

  token_invalid: 'Połączenie się nie udało. Proszę odświeżyć stronę.',
  token_expired: 'Łączenie trwało za długo. Proszę odświeżyć stronę.',
  token_used: 'Połączenie się nie udało. Proszę odświeżyć stronę.',
  resume_invalid: 'Nie ma już połączenia. Proszę ponownie otworzyć swój link.',

  wrong_state: 'W tej chwili to niemożliwe. Proszę jeszcze raz spojrzeć na stronę i spróbować ponownie.',
  not_admitted: 'Jeszcze nie można wejść. Proszę czekać.',
  name_changed: 'Ta osoba zmieniła imię i nazwisko. Proszę najpierw sprawdzić nowe.',
  person_away: 'Ta osoba nie jest teraz połączona. Proszę poczekać, aż wróci.',
  visit_removed:
    'Wizyta została dla Państwa zakończona. Jeśli nadal potrzebna jest pomoc, proszę zadzwonić do przychodni.',
  visit_left: 'Wizyta została opuszczona. Aby wrócić, proszę ponownie otworzyć swój link.',
  consultation_ended: 'Ta wizyta się zakończyła.',
  consultation_full: 'W tej wizycie nie ma miejsca dla kolejnej osoby. Proszę zadzwonić do przychodni.',
  taken_over: 'Wizytę otwarto na innym urządzeniu lub w innym oknie. Proszę kontynuować tam.',

  email_taken: 'Konto z tym adresem e-mail już istnieje. Proszę się na nie zalogować albo użyć innego adresu.',
  own_account: 'Nie można tego zrobić z własnym kontem. Proszę poprosić innego administratora.',

  unavailable:
    'Nasz system chwilowo nie odpowiada. To, co było wcześniej, jest bezpieczne. Proszę chwilę poczekać i spróbować ponownie.',
  restarting:
    'Nasz system zaraz uruchomi się ponownie. Przez kilka minut nikt nowy nie może wejść. Proszę spróbować później.',
  media_unavailable: 'Wideo po naszej stronie teraz nie działa. Proszę chwilę poczekać i spróbować ponownie.',
  internal:
    'Coś poszło nie tak po naszej stronie. Proszę spróbować ponownie. Jeśli to się powtarza, proszę podać ten numer: {{id}}',

  offline: 'Nie możemy połączyć się z Front Door. Proszę sprawdzić połączenie z internetem i spróbować ponownie.',
};

export const common: Translation<typeof english> = {
  product: 'Front Door',
  page: {
    title: '{{title}} – {{site}}',
    skip: 'Przejdź do głównej treści',
    nav: 'Strony',
    language: 'Język',
    phone: 'Potrzebna pomoc? Telefon ({{practice}}):',
    emergency: 'W nagłym wypadku proszę dzwonić pod numer 999.',
  },
  form: {
    problem: 'Wystąpił problem',
    error: 'Błąd:',
    show: 'Pokaż',
    hide: 'Ukryj',
    showPassword: 'Pokaż hasło',
    hidePassword: 'Ukryj hasło',
  },
  copy: {
    done: 'Skopiowano',
    byHand: 'Nie udało się skopiować. Tekst jest zaznaczony: proszę skopiować go samodzielnie.',
  },
  dialog: {
    cancel: 'Anuluj',
  },
  duration: {
    moment: 'mniej niż minuta',
    minutes: {
      one: '{{count}} minuta',
      few: '{{count}} minuty',
      many: '{{count}} minut',
      other: '{{count}} minuty',
    },
    hours: {
      one: '{{count}} godzina',
      few: '{{count}} godziny',
      many: '{{count}} godzin',
      other: '{{count}} godziny',
    },
    both: '{{hours}} {{minutes}}',
  },
  time: {
    onDay: '{{day}} {{month}}, godz. {{clock}}',
    exact: '{{day}} {{month}} {{year}}, {{clock}}',
    months: {
      jan: 'stycznia',
      feb: 'lutego',
      mar: 'marca',
      apr: 'kwietnia',
      may: 'maja',
      jun: 'czerwca',
      jul: 'lipca',
      aug: 'sierpnia',
      sep: 'września',
      oct: 'października',
      nov: 'listopada',
      dec: 'grudnia',
    },
  },
  comma: ', ',
  person: {
    patient: 'Pacjent',
    guest: 'Gość',
    clinician: 'Personel medyczny',
    nameless: 'Jeszcze bez nazwiska',
  },
  errors,
};
