import type { InvitationTexts } from './shape.ts';

export const ro: InvitationTexts = {
  sms: {
    now: 'consultatia dvs. video este aici: ',
    at: (when) => `programare video ${when}. Deschideti atunci: `,
    reminder: (when) => `va reamintim, programare video ${when}: `,
  },
  email: {
    now: 'Consultația dumneavoastră video',
    at: (when) => `Programarea dumneavoastră video: ${when}`,
    reminder: (when) => `Vă reamintim programarea video: ${when}`,
    openNow: 'Deschideți acest link pe un telefon, o tabletă sau un calculator cu cameră. Nu trebuie instalat nimic:',
    openThen:
      'La acea oră, deschideți acest link pe un telefon, o tabletă sau un calculator cu cameră. Nu trebuie instalat nimic:',
    yours: 'Linkul este doar pentru dumneavoastră. Vă rugăm să nu îl dați altcuiva.',
    phone: (practice) => `Aveți nevoie de ajutor sau nu puteți veni? Sunați la ${practice}:`,
  },
};
