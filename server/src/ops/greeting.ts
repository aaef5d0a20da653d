import type { DemoLinks } from './demo.ts';
import type { SetUpLink } from './set-up-link.ts';

/** What is printed once the server runs: where it is, the links to begin with, and what a phone would be missing. */
export function greeting(origin: string, links: DemoLinks | SetUpLink | null, advice: string[]): string {
  const running = `Front Door runs at ${origin}  (Ctrl-C stops it)`;
  return [...linkLines(links), ...adviceLines(advice), '', running].join('\n');
}

function linkLines(links: DemoLinks | SetUpLink | null): string[] {
  if (links === null) return [];
  if (links.kind === 'set_up')
    return ['', 'Make the first admin account with this link, once:', `  ${links.adminLink}`];
  return [
    '',
    'A practice to try it with. Open these in different browsers, or in private windows:',
    `  Clinician  ${links.clinicianLink}`,
    `  Patient    ${links.patientLink}`,
    `  Admin      ${links.adminLink}`,
  ];
}

const adviceLines = (advice: string[]): string[] =>
  advice.length === 0 ? [] : ['', 'For a call with a phone:', ...advice.map((line) => `  - ${line}`)];
