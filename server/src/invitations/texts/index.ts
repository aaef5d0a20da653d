import type { Language } from '@front-door/shared/i18n/languages.ts';
import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { cy } from './cy.ts';
import { en } from './en.ts';
import { pa } from './pa.ts';
import { pl } from './pl.ts';
import { ro } from './ro.ts';
import type { InvitationTexts } from './shape.ts';
import { ur } from './ur.ts';

/** What invitations say, in every language that patients have. */
export const texts: Record<Language, InvitationTexts> = { en, cy, pl, ro, bn, pa, ur, ar };
