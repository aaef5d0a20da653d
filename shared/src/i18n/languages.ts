/** The languages of the patient's pages, each by its own name. Staff have the first two. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  cy: { name: 'Cymraeg', direction: 'ltr' },
  pl: { name: 'Polski', direction: 'ltr' },
  ro: { name: 'Română', direction: 'ltr' },
  bn: { name: 'বাংলা', direction: 'ltr' },
  pa: { name: 'ਪੰਜਾਬੀ', direction: 'ltr' },
  ur: { name: 'اردو', direction: 'rtl' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const;

export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as [Language, ...Language[]];

export type Direction = (typeof languages)[Language]['direction'];
