/**
 * Words that the passwords of many people are made of, and those of our own field. They are what is tried first, with
 * figures behind them and letters written as figures.
 */
const usual = `password passwort passwd passcode secret letmein welcome login logon signin admin administrator root
  master default guest user test testing changeme change temp temporary demo example sample qwerty azerty qwertz
  iloveyou loveyou lovely love forever princess prince sunshine sunflower flower rainbow butterfly chocolate cookie
  monkey dragon tiger panther kitty kitten puppy doggy superman batman spiderman starwars pokemon pikachu naruto
  football baseball basketball soccer hockey liverpool arsenal chelsea everton manchester united rangers celtic
  barcelona juventus michael jordan jessica jennifer ashley charlie daniel thomas andrew george william matthew
  anthony robert joshua nicole amanda hannah samantha elizabeth victoria alexander computer internet samsung iphone
  google facebook instagram whatsapp youtube yahoo hotmail gmail microsoft windows apple android killer hunter ninja
  shadow ghost angel devil jesus christ heaven blessed freedom whatever nothing trustno access security private
  summer winter spring autumn january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday london england scotland wales cymru britain hello goodbye
  hello world family friend mother father sister brother baby honey sweet sugar diamond silver golden money million
  frontdoor surgery practice clinic doctor nurse patient medical medicine health healthcare hospital reception
  receptionist clinician consultation video gp nhs nhsengland emis systmone accurx`
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
];
const ways = rows.flatMap((row) => [row, row.split('').reverse().join('')]);

/** Letters that are written as figures and signs, and what for. */
const disguises: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** How many characters of its own a password has to have beside words that everybody knows. */
const ownEnough = 5;
/** From how many characters on a piece of somebody's name, or of a row of keys, is one. */
const shortestPiece = 4;

/**
 * Whether a password is among the first that somebody would try: it is made of at most two usual words, or of pieces
 * of `about` (a name, an e-mail address), or of rows of keys or repetitions, with hardly anything besides. Three
 * words and more are a good password, whichever they are.
 */
export function isGuessable(password: string, about: readonly string[] = []): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  if (new Set(typed).size < ownEnough) return true;
  const own = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const known = [...new Set([...own.filter(({ length }) => length >= shortestPiece), ...usual])];
  return [typed, undisguised(typed)].some((text) => leftOf(text, known) < ownEnough);
}

const undisguised = (text: string): string => text.replace(/[013457@$!]/g, (sign) => disguises[sign]!);

/** How many different characters are left without what everybody knows. */
function leftOf(text: string, known: readonly string[]): number {
  const found = known.filter((word) => text.includes(word)).slice(0, 2);
  const withoutWords = found.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return new Set(withoutRows(withoutWords).replace(/\s/g, '')).size;
}

function withoutRows(text: string): string {
  for (let length = text.length; length >= shortestPiece; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      const piece = text.slice(start, start + length);
      if (ways.some((way) => way.includes(piece))) return withoutRows(text.replace(piece, ' '));
    }
  }
  return text;
}
