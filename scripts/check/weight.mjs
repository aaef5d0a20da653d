import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the waiting page may weigh, in bytes: its HTML, JavaScript and CSS, compressed, with the texts of one language.
 * What a browser really gets, headers and answers included, is measured by `npm run bench -- weight`.
 */
const waitingPageBudget = 45_000;

/**
 * Weighs what the patient's page loads before it can be used: itself, the scripts and styles that stand in it, and its
 * texts in the language in which they are longest.
 * @param {string} built the folder of the built pages
 * @returns {string[]} what is wrong, one sentence each
 */
export function weightProblems(built, budget = waitingPageBudget) {
  const page = 'visit.html';
  const parts = [
    ...readFileSync(join(built, page), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g),
  ].map(([, file]) => file);
  const weights = [page, ...parts, longestTexts(built)].map((file) => [file, sentBytes(join(built, file))]);
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  if (total <= budget) return [];
  const list = weights.sort(([, a], [, b]) => b - a).map(([file, bytes]) => `\n    ${bytes} ${file}`);
  return [`The waiting page weighs ${total} bytes compressed, and may weigh ${budget}:${list.join('')}`];
}

function longestTexts(built) {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/patient.json'), 'utf8'));
  const texts = Object.entries(manifest).filter(([source]) => source.endsWith('/for-patients.ts'));
  const sizes = texts.map(([, { file }]) => ({ file, bytes: sentBytes(join(built, file)) }));
  return sizes.sort((a, b) => b.bytes - a.bytes)[0].file;
}

function sentBytes(path) {
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}
