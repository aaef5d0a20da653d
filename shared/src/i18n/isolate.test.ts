import { describe, expect, it } from 'vitest';
import { isolate } from './isolate.ts';

describe('[LANG-4] a value in a text', () => {
  it.each(['Ann Example', '14:05', 'Zoë Łukasz'])('is left alone where everything reads from the left: %s', (value) => {
    expect(isolate(value, 'ltr')).toBe(value);
  });

  it.each(['محمد', 'Ann محمد', 'שרה'])('is kept apart when it reads from the right itself: %s', (value) => {
    expect(isolate(value, 'ltr')).toBe(`\u2068${value}\u2069`);
  });

  it.each(['Ann Example', '+44 20 7946 0018', 'محمد'])(
    'is kept apart in a text that reads from the right: %s',
    (value) => {
      expect(isolate(value, 'rtl')).toBe(`\u2068${value}\u2069`);
    },
  );

  it('is not kept apart twice: several in a row follow each other as the words of the text do', () => {
    const row = `${isolate('Ann', 'rtl')}، ${isolate('أنت', 'rtl')}`;
    expect(isolate(row, 'rtl')).toBe(row);
  });
});
