/** The pages people open, as paths on the product's own address. */
export const pages = {
  /** A patient's link: `/v#SECRET`. */
  visit: '/v',
  /** A clinic's own link: `/w/CODE`. Whoever opens it gets a private visit. */
  clinic: '/w',
  /** Where anybody can check a device before the day. */
  check: '/check',
  /** A clinician's link: `/c#SECRET`; a signed-in clinician enters a consultation at `/c/ID`. */
  clinician: '/c',
  /** Sign-in, the staff's consultations and the admin's page. */
  staff: '/staff',
  /** A one-time link for staff: `/staff/link#SECRET`. */
  staffLink: '/staff/link',
} as const;

/** The secret goes into the fragment, which browsers send to nobody: not to logs, not to proxies, not as a referrer. */
export const linkUrl = (origin: string, page: keyof typeof pages, secret: string): string =>
  `${origin}${pages[page]}#${secret}`;

/** A clinic's own link, which anybody may know. */
export const clinicUrl = (origin: string, code: string): string => `${origin}${pages.clinic}/${code}`;
