/** The default alphabet of text messages (3GPP TS 23.038); with anything else in it a message holds 70 characters. */
const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These are in its extension, and count twice. */
const doubles = new Set('^{}\\[~]|€\f');

const replacements: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

/** The text with what the alphabet lacks replaced by what is nearest: letters without their accents, plain quotes. */
export const plain = (text: string): string => Array.from(text, nearest).join('');

function nearest(character: string): string {
  if (alphabet.has(character) || doubles.has(character)) return character;
  const replaced = replacements[character];
  if (replaced !== undefined) return replaced;
  const base = character.normalize('NFD')[0]!;
  return alphabet.has(base) ? base : '?';
}

/** How many messages a text is sent, and paid, as. */
export function fragments(text: string): number {
  const characters = Array.from(text);
  const isPlain = characters.every((one) => alphabet.has(one) || doubles.has(one));
  const length = isPlain ? text.length + characters.filter((one) => doubles.has(one)).length : text.length;
  const [alone, joined] = isPlain ? [160, 153] : [70, 67];
  return length <= alone ? 1 : Math.ceil(length / joined);
}
