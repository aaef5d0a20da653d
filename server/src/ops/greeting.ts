import type { DemoLinks } from './demo.ts';
import type { SetUpLink } from './set-up-link.ts';

interface Advice {
  /** What a phone would be missing. */
  phone: string[];
  /** What is not sent to patients. */
  invitations: string[];
}

/** What is printed once the server runs: where it is, the links to begin with, and what is missing for more. */
export function greeting(origin: string, links: DemoLinks | SetUpLink | null, advice: Advice): string {
  const running = `Front Door runs at ${origin}  (Ctrl-C stops it)`;
  const missing = [
    ...adviceLines('For a call with a phone:', advice.phone),
    ...adviceLines('For inviting patients:', advice.invitations),
  ];
  return [...linkLines(links), ...missing, '', running].join('\n');
}

function linkLines(links: DemoLinks | SetUpLink | null): string[] {
  if (links === null) return [];
  if (links.kind === 'set_up')
    return ['', 'Make the first admin account with this link, once:', `  ${links.adminLink}`];
  return [
    '',
    'A practice to try it with. Open these in different browsers, or in private windows:',
    `  Clinician     ${links.clinicianLink}`,
    `  Patient       ${links.patientLink}`,
    `  Waiting list  ${links.waitingListLink}  (for the clinician)`,
    `  Admin         ${links.adminLink}`,
    `  Waiting area  ${links.clinicLink}`,
  ];
}

const adviceLines = (heading: string, advice: string[]): string[] =>
  advice.length === 0 ? [] : ['', heading, ...advice.map((line) => `  - ${line}`)];
