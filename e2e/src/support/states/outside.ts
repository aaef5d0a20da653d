import { says, shows } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

/** What people find who are not in a consultation, or cannot get there. */
export async function* outside(stage: Stage): AsyncGenerator<State> {
  const { origin } = stage.server;
  const landing = await stage.open(origin);
  await says(landing, 'If you have a link');
  yield { name: 'landing', page: landing };
  const nowhere = await stage.open(`${origin}/nowhere`);
  await says(nowhere, 'Page not found');
  yield { name: 'not-found', page: nowhere };
  // A name that stands for this computer without the browser knowing: to the browser it is far away and not secure.
  const elsewhere = `http://practice.example:${new URL(origin).port}/v#AAAAAAAAAAAAAAAAAAAAAA`;
  const insecure = await stage.open(elsewhere, { devices: false });
  await says(insecure, 'This address is not secure');
  yield { name: 'insecure', page: insecure };

  const { patientLink } = await stage.consultation();
  const connecting = await stage.open(patientLink, { prepare: [loseTheNetwork] });
  await shows(connecting, 'connecting-screen');
  await says(connecting, 'This takes longer than usual');
  yield { name: 'patient-connecting', page: connecting };
}

/** Runs in the page. */
function loseTheNetwork(): void {
  window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
}
