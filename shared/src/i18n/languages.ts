/** The languages of the patient's pages, each by its own name. Staff have the first two. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  cy: { name: 'Cymraeg', locale: 'cy-GB', direction: 'ltr' },
  pl: { name: 'Polski', locale: 'pl', direction: 'ltr' },
  ro: { name: 'Română', locale: 'ro', direction: 'ltr' },
  bn: { name: 'বাংলা', locale: 'bn', direction: 'ltr' },
  pa: { name: 'ਪੰਜਾਬੀ', locale: 'pa', direction: 'ltr' },
  ur: { name: 'اردو', locale: 'ur', direction: 'rtl' },
  ar: { name: 'العربية', locale: 'ar', direction: 'rtl' },
} as const;

export type Language = keyof typeof languages;
