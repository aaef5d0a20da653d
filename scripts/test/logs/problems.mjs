/**
 * Finds in lines of logs what belongs to a person.
 * @param {Iterable<string>} lines as printed
 * @param {string[]} marks what the tests gave to the servers as somebody's data
 * @returns {string[]} what is wrong, one sentence each, with the line, in which what was found is cut short
 */
export function logProblems(lines, marks) {
  const problems = new Set();
  for (const line of new Set([...lines].map(withoutWhatIsAlwaysNew))) {
    for (const [what, found] of findingsIn(line, marks)) {
      problems.add(`${what}: ${line.replaceAll(found, `${found.slice(0, 2)}…`).slice(0, 400)}`);
    }
  }
  return [...problems];
}

const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g;

/** Thousands of lines are a few hundred, but for these. */
const withoutWhatIsAlwaysNew = (line) =>
  line
    .replace(/"time":"[^"]*",?/, '')
    .replace(/"ms":\d+/, '"ms":0')
    .replace(uuid, 'ID');

/**
 * What whoever starts the server is told on purpose, and is no line of the log: links, where it runs and keeps its data,
 * a wrong option, a debugger.
 */
const told =
  /^ {2}(?:(?:Clinician|Patient|Waiting list|Admin|Waiting area) +)?https?:\S+|^Front Door (?:cannot run: |runs at http)|^Opening the database in \S+$|^Debugger (?:listening|ending) on ws:/;

const shapes = {
  'an e-mail address': /[^\s"@:/]+@[\w-]+\.[\w.-]+/,
  'a telephone number': /(?<![\w.:-])\+?\d[\d ()-]{7,}\d(?![\w:-])/,
  'an internet address': /(?<![\w.])(?!(?:0|255)\.)\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/,
  'a room token': /eyJ[\w-]{8,}/,
  'an API key': /\bfd_[\w-]{8,}/,
};

function* findingsIn(line, marks) {
  if (told.test(line)) return;
  const { said, placed } = parts(line);
  for (const mark of marks) if (includes(said, mark)) yield ['what a test gave as somebody’s', mark];
  for (const [what, shape] of Object.entries(shapes)) {
    const found = shape.exec(said);
    if (found !== null) yield [what, found[0]];
  }
  for (const text of [said, placed]) {
    const secret = text.match(/[\w-]{22,}/g)?.find(isRandom);
    if (secret !== undefined) yield ['a secret', secret];
  }
}

/** What a line says, and the places in the code it names, where only a secret would be out of place. */
function parts(line) {
  const frames = [];
  const said = line.replace(/"at [^"]*"/g, (frame) => {
    frames.push(frame);
    return '';
  });
  return { said, placed: frames.join(' ') };
}

const wordsOnly = /^[\p{L}]+$/u;
const includes = (text, mark) =>
  text.includes(mark) && (!wordsOnly.test(mark) || new RegExp(`(?<![\\p{L}_])${mark}(?![\\p{L}_])`, 'u').test(text));

/** Names in code have words in them; 16 random bytes have capitals, small letters and figures all over. */
const isRandom = (run) => /[a-z]/.test(run) && /[A-Z]/.test(run) && (run.match(/\d/g) ?? []).length >= 2;
