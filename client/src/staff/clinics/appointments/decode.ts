/**
 * A file's bytes as text. Spreadsheets on Windows still write CSV in windows-1252, in which every byte means something;
 * what is proper UTF-8 is meant as that. Throws TypeError for what is no text at all.
 */
export function decodeText(bytes: ArrayBuffer): string {
  const text = decode(bytes);
  if (text.includes('\0')) throw new TypeError('not a text');
  return text;
}

function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
