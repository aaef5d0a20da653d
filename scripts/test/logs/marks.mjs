/**
 * What tests give to servers as somebody's data, taken from the tests' own texts: whatever they quote that is a
 * sentence, a name, a number or an address. Nobody has to keep a list, so nobody can forget to.
 *
 * @param {Record<string, string>} tests path -> text of tests and of what they use
 * @param {Record<string, string>} product path -> text of what is being tested: what it says itself is nobody's data
 * @returns {string[]} texts that stand in no log, longest first
 */
export function marksIn(tests, product) {
  const own = Object.values(product).map(withoutComments).join('\n');
  const words = new Set(own.match(/[\p{L}\p{N}_]+/gu));
  const isOwn = (text) => (/^[\p{L}\p{N}_]+$/u.test(text) ? words.has(text) : own.includes(text));
  const quoted = new Set(Object.values(tests).flatMap((text) => quotedIn(withoutComments(text))));
  return [...quoted].filter((text) => isTelling(text) && !isOwn(text)).sort((a, b) => b.length - a.length);
}

const comments = /^\s*(?:\/\/|\/\*|\*).*$/gm;
const withoutComments = (text) => text.replace(comments, '');

const quotes = /'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`/g;

function quotedIn(text) {
  return [...text.matchAll(quotes)]
    .flatMap(([, single, double, template]) => (template ?? single ?? double).split(/\$\{[^}]*\}/))
    .map((piece) => piece.trim());
}

/** A sentence, an address, a number, or one word written as a name is; short words are in every other line. */
const isTelling = (text) =>
  (text.length >= 6 && /\p{L}\S* \S|@\p{L}|(?:\d[ ()-]*){6}/u.test(text)) || /^\p{Lu}\p{Ll}{3,}$/u.test(text);
