import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const text = 'name\nSiân Ô’Brien';

describe('[CLINIC-4] names in a file stay what they are', () => {
  it('in UTF-8, with and without its mark', () => {
    expect(decodeText(new TextEncoder().encode(text).buffer)).toBe(text);
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`).buffer)).toBe(text);
  });

  it('in what Excel writes on Windows', () => {
    expect(decodeText(bytes(0x53, 0x69, 0xe2, 0x6e, 0x20, 0xd4, 0x92, 0x42, 0x80))).toBe('Siân Ô’B€');
  });

  it('in what Excel calls Unicode text', () => {
    const unicode = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    expect(decodeText(new Uint16Array([0xfeff, ...unicode]).buffer)).toBe(text);
  });

  it('and a file that is no text is refused', () => {
    // How a workbook begins that was not saved as CSV.
    expect(() => decodeText(bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00))).toThrow(TypeError);
  });
});
