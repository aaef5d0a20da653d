import * as welsh from '@front-door/shared/i18n/cy/for-staff.ts';
import * as english from '@front-door/shared/i18n/en/for-staff.ts';
import { describe, expect, it } from 'vitest';
import { start } from '../../i18n/index.ts';
import { reasonText } from './reason-text.ts';

describe('[LANG-1] a reason in the trail', () => {
  it.each([
    ['refused', 'link_expired', 'link expired', 'dolen yn rhy hen'],
    ['link_made', 'patient', 'patient', 'claf'],
    [
      'staff_link_made',
      'make_account: clinician, admin',
      'make account: clinician, admin',
      'creu cyfrif: clinigydd, gweinyddwr',
    ],
    ['signed_in', 'by link', 'by link', 'drwy ddolen'],
    ['refused', 'not_known_yet', 'not known yet', 'not known yet'],
    ['removed', 'patient left the room', 'patient left the room', 'patient left the room'],
    ['api_key_made', 'admin_tool', 'admin_tool', 'admin_tool'],
  ])('of %s, %s, is said in the language of the page', (action, reason, inEnglish, inWelsh) => {
    start(english, 'en');
    expect(reasonText(action, reason)).toBe(inEnglish);
    start(welsh, 'cy');
    expect(reasonText(action, reason)).toBe(inWelsh);
  });
});
