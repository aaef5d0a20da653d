import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What may be loaded before a page is of use, or for something on it: HTML, JavaScript and CSS, compressed, with the
 * texts of the language in which they are longest; and how many files that is, each of them a request. The budgets are
 * what was needed when they were set, and a little more. What a browser really gets, headers and answers included, is
 * measured by `npm run bench -- page`.
 *
 * - `page`: all that stands in it counts; with `parts`, what those need beyond that
 * - `texts`: the name of the sources in which the texts are
 * - `build`: the one that made them
 * @typedef {{ build: string, page: string, parts?: string[], texts?: string, bytes: number, files: number }} Load
 */

const visit = { build: 'patient', page: 'visit.html' };
const area = { build: 'production', page: 'waiting-area.html', texts: 'for-callers' };
const clinician = { build: 'production', page: 'clinician.html' };

/** @type {Record<string, Load>} what is loaded -> how much it may be */
const budgets = {
  'The waiting page': { ...visit, texts: 'for-patients', bytes: 45_000, files: 6 },
  'What a call adds for a patient': {
    ...visit,
    parts: ['src/call/prepare-link.ts', 'src/patient/CallScreen.tsx'],
    texts: 'later-for-patients',
    bytes: 40_500,
    files: 6,
  },
  "A waiting area's page, which leads on,": { ...area, bytes: 6_500, files: 10 },
  'What it adds to show something': { ...area, parts: ['src/arrival/show.tsx'], bytes: 21_000, files: 11 },
  "The clinician's page": { ...clinician, texts: 'for-clinicians', bytes: 57_000, files: 24 },
  'What a call adds for a clinician': { ...clinician, parts: ['src/call/prepare-link.ts'], bytes: 32_000, files: 2 },
  "The staff's pages": {
    build: 'production',
    page: 'staff.html',
    texts: 'for-staff',
    bytes: 77_500,
    files: 24,
  },
  'The page at the root': {
    build: 'production',
    page: 'index.html',
    texts: 'for-visitors',
    bytes: 22_000,
    files: 13,
  },
};
/** Everything that is neither HTML, JavaScript nor CSS, of all pages together, in bytes: two icons. There are no fonts. */
const othersBudget = 500;

/**
 * Weighs what the pages load.
 * @param {string} built the folder of the built pages
 * @returns {string[]} what is wrong, one sentence each
 */
export function weightProblems(built, loads = budgets, others = othersBudget) {
  return [
    ...Object.entries(loads).flatMap(([title, load]) => problemsOf(built, title, load)),
    ...problemsOfOthers(built, others),
  ];
}

/** @returns {string[]} */
function problemsOf(built, title, { build, page, parts, texts, bytes, files }) {
  const modules = JSON.parse(readFileSync(join(built, `.vite/${build}.json`), 'utf8'));
  const inPage = [
    ...readFileSync(join(built, page), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g),
  ].map(([, file]) => file);
  const needed = (source) => filesOf(source, modules).filter((file) => !inPage.includes(file));
  const first = parts === undefined ? [page, ...inPage] : parts.flatMap(needed);
  const languages = Object.keys(modules).filter((source) => source.endsWith(`/${texts}.ts`));
  const inEach = (languages.length > 0 ? languages.map(needed) : [[]]).map((ofOne) =>
    weigh(built, [...first, ...ofOne]),
  );
  const { weights, total } = inEach.sort((a, b) => b.total - a.total)[0];
  const list = listOf(weights);
  return [
    ...(total > bytes ? [`${title} weighs ${total} bytes compressed, and may weigh ${bytes}:${list}`] : []),
    ...(weights.length > files ? [`${title} is ${weights.length} files, and may be ${files}:${list}`] : []),
  ];
}

/** The files of a module and of all that it imports statically. */
function filesOf(source, modules, seen = new Set()) {
  if (seen.has(source)) return [];
  seen.add(source);
  const { file, css = [], imports = [] } = modules[source];
  return [file, ...css, ...imports.flatMap((one) => filesOf(one, modules, seen))];
}

/** @returns {string[]} */
function problemsOfOthers(built, most) {
  const others = readdirSync(join(built, 'assets')).filter((file) => !/\.(js|css|br|gz)$/.test(file));
  const { weights, total } = weigh(join(built, 'assets'), others);
  if (total <= most) return [];
  return [`What is neither script nor style weighs ${total} bytes, and may weigh ${most}:${listOf(weights)}`];
}

function weigh(folder, files) {
  const weights = [...new Set(files)].map((file) => [file, sentBytes(join(folder, file))]);
  return { weights, total: weights.reduce((sum, [, bytes]) => sum + bytes, 0) };
}

/** A line for each, the heaviest first. */
const listOf = (weights) =>
  weights
    .sort(([, a], [, b]) => b - a)
    .map(([file, bytes]) => `\n    ${bytes} ${file}`)
    .join('');

function sentBytes(path) {
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}
