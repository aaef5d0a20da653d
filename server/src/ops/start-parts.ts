import type { Clinics } from '../clinics/clinics.ts';
import type { Consultations } from '../consultations/consultations.ts';
import type { Db } from '../db/client.ts';
import type { Identity } from '../identity/identity.ts';

/** What is needed to make the links that are printed at the start. */
export interface StartParts {
  db: Db;
  identity: Identity;
  consultations: Consultations;
  clinics: Clinics;
  /** The address people use, as `https://practice.example`. */
  origin: () => string;
  now: () => number;
}
