import type { InvitationTexts } from './shape.ts';

export const pl: InvitationTexts = {
  sms: {
    now: 'zapraszamy na wizyte wideo: ',
    at: (when) => `wizyta wideo ${when}. Link na te godzine: `,
    reminder: (when) => `przypominamy o wizycie wideo ${when}: `,
  },
  email: {
    now: 'Zapraszamy na wizytę wideo',
    at: (when) => `Wizyta wideo: ${when}`,
    reminder: (when) => `Przypomnienie o wizycie wideo: ${when}`,
    openNow: 'Proszę otworzyć ten link na telefonie, tablecie lub komputerze z kamerą. Nie trzeba niczego instalować:',
    openThen:
      'O tej porze proszę otworzyć ten link na telefonie, tablecie lub komputerze z kamerą. Nie trzeba niczego instalować:',
    yours: 'Link jest przeznaczony tylko dla adresata. Prosimy nikomu go nie przekazywać.',
    phone: (practice) => `Potrzebna pomoc albo nie można przyjść? Telefon (${practice}):`,
  },
};
