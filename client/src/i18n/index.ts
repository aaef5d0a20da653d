import i18next from 'i18next';
import { common } from '@front-door/shared/i18n/en/common.ts';
import type { clinician } from '@front-door/shared/i18n/en/clinician.ts';
import type { patient } from '@front-door/shared/i18n/en/patient.ts';
import type { room } from '@front-door/shared/i18n/en/room.ts';
import type { staff } from '@front-door/shared/i18n/en/staff.ts';

interface Texts {
  common: typeof common;
  patient: typeof patient;
  room: typeof room;
  clinician: typeof clinician;
  staff: typeof staff;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: Texts;
    defaultNS: 'common';
  }
}

/** Make the texts ready, once, before anything is drawn. The texts all pages share are always there. */
export function start(namespaces: Partial<Omit<Texts, 'common'>>): void {
  void i18next.init({
    lng: 'en',
    resources: { en: { common, ...namespaces } },
    defaultNS: 'common',
    // Everything is at hand, so `t` works as soon as this returns.
    initAsync: false,
    // Preact escapes whatever it draws.
    interpolation: { escapeValue: false },
  });
}

/** The text of a key: a bare one for the texts all pages share, with its namespace (`staff:…`) for a page's own. */
export const t = i18next.t;
