import type { InvitationTexts } from './shape.ts';

export const en: InvitationTexts = {
  sms: {
    now: 'your video consultation is here: ',
    at: (when) => `video appointment ${when}. Open then: `,
    reminder: (when) => `reminder, video appointment ${when}: `,
  },
  email: {
    now: 'Your video consultation',
    at: (when) => `Your video appointment: ${when}`,
    reminder: (when) => `Reminder of your video appointment: ${when}`,
    openNow: 'Open this link on a phone, tablet or computer with a camera. There is nothing to install:',
    openThen: 'At that time, open this link on a phone, tablet or computer with a camera. There is nothing to install:',
    yours: 'The link is for you alone. Please do not pass it on.',
    phone: (practice) => `Do you need help, or can you not come? Phone ${practice}:`,
  },
};
