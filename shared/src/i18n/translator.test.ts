import { describe, expect, it } from 'vitest';
import { translate } from './translator.ts';

const texts = {
  hello: 'Hello {{name}}, {{name}}!',
  deep: { down: 'here' },
  minutes: { one: '{{count}} minuta', few: '{{count}} minuty', many: '{{count}} minut', other: '{{count}} minuty' },
};
const polish = new Intl.PluralRules('pl');

describe('a text', () => {
  it('gets its values, each as often as it is wanted', () => {
    expect(translate(texts, polish, 'hello', { name: '<Ann>' })).toBe('Hello <Ann>, <Ann>!');
  });

  it('is found by its path', () => {
    expect(translate(texts, polish, 'deep.down')).toBe('here');
  });

  it('puts in a value as it is, even one that looks like a place', () => {
    expect(translate(texts, polish, 'hello', { name: '{{count}} $&' })).toBe('Hello {{count}} $&, {{count}} $&!');
  });

  it.each([
    [1, '1 minuta'],
    [3, '3 minuty'],
    [5, '5 minut'],
    [22, '22 minuty'],
  ])('depends on the number: %i', (count, text) => {
    expect(translate(texts, polish, 'minutes', { count })).toBe(text);
  });

  it('is missed loudly', () => {
    expect(() => translate(texts, polish, 'deep.up')).toThrow('No text for deep.up');
    expect(() => translate(texts, polish, 'nowhere.at.all')).toThrow('No text for');
  });
});
