const ruleLine = /^(?:- )?(?:\*\*)?\[([A-Z]+-\d+)\]/gm;
const comment = /^\s*\/\/.*$/gm;
const stringLiteral = /(['"`])(?:\\.|(?!\1).)*\1/g;
const mention = /\[([A-Z]+-\d+)\]/g;

/**
 * Holds the specification against the tests: every rule is named in a test's title, every title names rules that exist.
 * @param {string} spec the text of the specification
 * @param {Record<string, string>} tests path -> text of every test file
 * @returns {string[]} what is wrong, one sentence each
 */
export function specProblems(spec, tests) {
  const rules = all(spec, ruleLine);
  const known = new Set(rules);
  const tested = new Set();
  const unknown = [];
  for (const [path, text] of Object.entries(tests)) {
    for (const id of mentionedIn(text)) {
      tested.add(id);
      if (!known.has(id)) unknown.push(`${path} names ${id}, which is not in the specification.`);
    }
  }
  const doubled = rules.filter((id, index) => rules.indexOf(id) !== index);
  const untested = [...known].filter((id) => !tested.has(id));
  return [
    ...doubled.map((id) => `${id} is in the specification twice.`),
    ...untested.map((id) => `${id} has no test.`),
    ...unknown,
  ];
}

// A rule that stands in a comment is talked about, not tested.
function mentionedIn(text) {
  const literals = text.replace(comment, '').match(stringLiteral) ?? [];
  return new Set(literals.flatMap((literal) => all(literal, mention)));
}

function all(text, pattern) {
  return [...text.matchAll(pattern)].map(([, id]) => id);
}
