import type { InvitationTexts } from './shape.ts';

export const cy: InvitationTexts = {
  sms: {
    now: 'dyma eich ymgynghoriad fideo: ',
    at: (when) => `apwyntiad fideo ${when}. Agorwch bryd hynny: `,
    reminder: (when) => `nodyn atgoffa, apwyntiad fideo ${when}: `,
  },
  email: {
    now: 'Eich ymgynghoriad fideo',
    at: (when) => `Eich apwyntiad fideo: ${when}`,
    reminder: (when) => `Nodyn atgoffa am eich apwyntiad fideo: ${when}`,
    openNow: 'Agorwch y ddolen hon ar ffôn, llechen neu gyfrifiadur gyda chamera. Nid oes angen gosod dim:',
    openThen:
      'Bryd hynny, agorwch y ddolen hon ar ffôn, llechen neu gyfrifiadur gyda chamera. Nid oes angen gosod dim:',
    yours: 'I chi’n unig y mae’r ddolen. Peidiwch â’i rhannu.',
    phone: (practice) => `Angen help, neu’n methu dod? Ffoniwch ${practice}:`,
  },
};
