const row = /^\| ([\d., –]+?) +\|(.*)\|(.*)\|$/gm;
const ruleId = /\b[A-Z]+-\d+\b/g;
const path = /`((?:[\w-]+\/)+[\w.-]+)`/g;
const chapters = 17;

/**
 * Holds the table of security requirements against what it names as proof.
 * @param {string} table the text of docs/security/asvs.md
 * @param {string} spec the text of the specification
 * @param {Set<string>} files every path of the project
 * @returns {string[]} what is wrong, one sentence each
 */
export function asvsProblems(table, spec, files) {
  const rules = new Set([...spec.matchAll(/^- \[([A-Z]+-\d+)\]/gm)].map(([, id]) => id));
  const rows = [...table.matchAll(row)].map(([, numbers, , proof]) => ({ numbers: expanded(numbers), proof }));
  const all = rows.flatMap(({ numbers }) => numbers);
  const about = ({ numbers }) => numbers[0];
  return [
    ...chaptersWithout(all).map((chapter) => `V${chapter} has no row.`),
    ...all.filter((number, place) => all.indexOf(number) !== place).map((number) => `${number} stands there twice.`),
    ...rows.filter(({ proof }) => proof.trim() === '').map((one) => `${about(one)} has no proof.`),
    ...rows.flatMap((one) =>
      found(one.proof, ruleId)
        .filter((id) => isOurs(id, rules) && !rules.has(id))
        .map((id) => `${about(one)} names ${id}, which is not in the specification.`),
    ),
    ...rows.flatMap((one) =>
      found(one.proof, path)
        .filter((name) => !files.has(name))
        .map((name) => `${about(one)} names ${name}, which does not exist.`),
    ),
  ];
}

const chaptersWithout = (numbers) =>
  Array.from({ length: chapters }, (_, place) => place + 1).filter(
    (chapter) => !numbers.some((number) => number.startsWith(`${chapter}.`)),
  );

/** `1.2.6–1.2.8, 1.3.1` is four numbers. */
function expanded(numbers) {
  return numbers.split(',').flatMap((part) => {
    const [first, last = first] = part.trim().split('–');
    const [chapter, section, from] = first.split('.').map(Number);
    const until = Number(last.split('.')[2]);
    return Array.from({ length: until - from + 1 }, (_, place) => `${chapter}.${section}.${from + place}`);
  });
}

const found = (text, pattern) => [...text.matchAll(pattern)].map(([whole, inner]) => inner ?? whole);

/** Letters of ours before the dash: SHA-256 is no rule. */
const isOurs = (id, rules) =>
  [...rules].some((rule) => rule.split('-')[0] === id.split('-')[0]) || id.startsWith('SEC-');
