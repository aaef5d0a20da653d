import type { landing as english } from '../en/landing.ts';
import type { Translation } from '../translator.ts';

export const landing: Translation<typeof english> = {
  title: 'Wizyty wideo w Państwa przychodni',
  what: 'Tutaj można porozmawiać z lekarzem lub pielęgniarką przez wideo, na telefonie, tablecie lub komputerze. Niczego nie trzeba instalować.',
  haveLink: 'Jeśli mają Państwo link',
  openLink: 'Proszę go otworzyć w wiadomości SMS lub e-mailu z przychodni. Działa w porze wizyty.',
  brokenLink:
    'Jeśli się nie otwiera, proszę skopiować cały link do paska adresu przeglądarki albo zadzwonić do przychodni.',
  inApp:
    'Jeśli otworzy się w aplikacji, na przykład WhatsApp lub Facebook, kamera może nie działać. Wtedy proszę go otworzyć w Safari, Chrome, Firefox lub Edge.',
  noLink: 'Jeśli nie mają Państwo linku, proszę skontaktować się z przychodnią. Tutaj nie można umówić wizyty.',
  staff: 'Logowanie dla personelu',
};
