import type { patient as english } from '../en/patient.ts';
import type { Translation } from '../translator.ts';

export const patient: Translation<typeof english> = {
  who: 'lekarz lub pielęgniarka',
  details: {
    title: 'Państwa dane',
    arrived: 'Przybycie zostało zapisane. {{practice}} widzi, że Państwo tu są.',
    name: 'Imię i nazwisko',
    nameHint: 'Aby przychodnia wiedziała, kim Państwo są',
    nameMissing: 'Proszę wpisać imię i nazwisko',
    agreementTitle: 'Zanim pójdą Państwo dalej',
    agree: 'Znam tę treść i wyrażam zgodę',
    agreeMissing: 'Proszę zaznaczyć pole, aby wyrazić zgodę',
    submit: 'Dalej',
  },
  devices: {
    title: 'Kamera i mikrofon',
    why: 'Aby {{clinician}} i Państwo mogli się widzieć i słyszeć, przeglądarka zapyta o zgodę na użycie kamery i mikrofonu. Proszę wybrać „Zezwól” („Allow”).',
    nothingYet: 'Nic nie jest wysyłane z Państwa urządzenia, dopóki nie zostaną Państwo wpuszczeni.',
    turnOn: 'Włącz kamerę i mikrofon',
    without: 'Dalej bez nich',
    waiting: 'Są już Państwo w kolejce.',
    asking: 'Przeglądarka pyta o zgodę. Proszę wybrać „Zezwól” („Allow”).',
  },
  waiting: {
    title: 'Są Państwo we właściwym miejscu',
    tab: 'Oczekiwanie – proszę zostać',
    who: 'Państwa wizyta: {{clinician}}.',
    whoUnknown: 'Przyjmie Państwa lekarz lub pielęgniarka.',
    arrived: 'Godzina przybycia: {{time}}.',
    stay: 'Proszę pozostać na tej stronie. Zostaną Państwo wpuszczeni.',
    checkDevices: 'Proszę sprawdzić kamerę i mikrofon',
    private:
      'Tylko Państwo to widzą. Nic nie jest wysyłane z Państwa urządzenia, dopóki nie zostaną Państwo wpuszczeni.',
    name: 'Imię i nazwisko: {{name}}',
    correct: 'Zmień',
    connected: 'Połączono',
  },
  message: {
    soon: 'Wkrótce Państwa przyjmiemy.',
    few_minutes: 'Potrwa to jeszcze kilka minut. Dziękujemy za cierpliwość.',
    running_late: 'Mamy opóźnienie. Przepraszamy, że muszą Państwo czekać.',
    still_there: 'Czy nadal Państwo czekają?',
    we_will_ring: 'Zamiast rozmowy wideo zadzwonimy do Państwa. Proszę mieć telefon pod ręką.',
  },
  check: {
    title: 'Sprawdzenie kamery, dźwięku i połączenia',
    open: 'Sprawdź ponownie',
    close: 'Zamknij sprawdzanie',
    goOn: 'Dalej',
  },
  reconnecting: {
    tab: 'Ponowne łączenie…',
    keepPlace: 'Państwa miejsce w kolejce jest zachowane.',
  },
  call: {
    tab: 'Wizyta trwa',
    letIn: 'Zostali Państwo wpuszczeni.',
  },
  inUse: 'Państwa link jest już otwarty',
  overTab: 'Do widzenia',
  browser: {
    inApp: 'Proszę otworzyć to w swojej przeglądarce',
    cannotCall: 'Potrzebna jest inna przeglądarka',
  },
};
