import { z } from 'zod';
import { isGuessable } from '../domain/guessable-password.ts';
import { mobileNumber } from '../domain/mobile-number.ts';

/** Points in time are milliseconds since the epoch, on the server's clock. */
export const time = z.number().int().nonnegative();

/** Records are named by UUIDs; in lower case, as the database writes them, so that equal ones compare as equal. */
export const id = z.uuid().toLowerCase();

/** A secret as it stands in a link, cookie or header: base64url of 16 to 32 random bytes. */
export const secret = z.string().regex(/^[A-Za-z0-9_-]{22,43}$/);

const printable = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;

/** One line of text a person typed: trimmed, no control characters, no direction overrides. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 2)
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .regex(printable);

/** Text of several lines: as {@link line}, but for line breaks. */
export const paragraphs = (max: number) =>
  z
    .string()
    .max(max * 2)
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .refine((text) => text.split(/\r?\n/).every((one) => printable.test(one)));

/** How somebody wants to be called, at most 80 characters. */
export const personName = line(80);

/** A telephone number as people write it. */
export const phone = line(30).regex(/^\+?[\d ()-]{3,}$/);

/** A number that can get an SMS, as people write it; in international form afterwards. */
export const mobile = z
  .string()
  .max(40)
  .transform((written, context) => {
    const number = mobileNumber(written);
    if (number === null) context.addIssue({ code: 'custom', message: 'is no mobile number' });
    return number ?? z.NEVER;
  });

export const email = z.string().max(254).trim().toLowerCase().pipe(z.email());

/** A page of somebody's choice, as people copy it: https only, and nothing in it that looks like another site. */
export const webAddress = line(500).refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
});

/** A time zone by its IANA name, as `Europe/London`. */
export const timeZone = z
  .string()
  .max(60)
  .regex(/^[A-Za-z]/)
  .refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      return false;
    }
  });

/** Length is what makes a password strong, unless everybody has the same; the upper bound keeps hashing cheap. */
export const password = z
  .string()
  .min(12)
  .max(200)
  .refine((text) => !isGuessable(text), 'is easy to guess');
