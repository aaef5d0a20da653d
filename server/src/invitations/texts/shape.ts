/**
 * What an invitation says in one language. In the languages that are written with the alphabet of text messages the
 * short texts stay within it, without accents, and take at most 52 characters with the time, `23/11 14:30`, in them.
 */
export interface InvitationTexts {
  /** Between the practice's name and the link. `when` is short and in figures. */
  sms: {
    now: string;
    at: (when: string) => string;
    reminder: (when: string) => string;
  };
  email: {
    /** Also the subject, before the practice's name. `when` is written out: "Monday 23 November at 14:30". */
    now: string;
    at: (when: string) => string;
    reminder: (when: string) => string;
    openNow: string;
    openThen: string;
    yours: string;
    phone: (practice: string) => string;
  };
}
