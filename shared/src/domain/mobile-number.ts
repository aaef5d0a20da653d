const punctuation = /[\s().-]/g;
const british = /^\+44(?:0)?(7\d{9})$/;
const foreign = /^\+(?!44)[1-9]\d{6,14}$/;

/**
 * A number that can get an SMS, in the international form of E.164: `+447700900123`. People write British mobile
 * numbers as 07700 900123 too; other countries' need their prefix. Null when it is none.
 */
export function mobileNumber(written: string): string | null {
  const digits = written
    .replace(punctuation, '')
    .replace(/^00/, '+')
    .replace(/^(?=07)/, '+44');
  const own = british.exec(digits)?.[1];
  if (own !== undefined) return `+44${own}`;
  return foreign.test(digits) ? digits : null;
}
