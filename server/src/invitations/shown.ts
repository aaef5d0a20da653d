import type { Carrier } from './port.ts';

/** The name of everything that was shown. */
export const shownReference = 'shown';

/** Stands for both ways where nothing is set up to send: staff see the text and pass it on themselves. */
export const shown: Carrier = { shows: true, send: async () => shownReference };
