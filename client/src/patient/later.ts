import { addTexts } from '../i18n/choice.ts';
import { laterForPatients } from '../i18n/texts/later-for-patients.ts';

/** A part of the page that is fetched later, together with what is read in it. */
export async function later<P>(part: Promise<P>): Promise<P> {
  const [loaded] = await Promise.all([part, addTexts(laterForPatients)]);
  return loaded;
}
