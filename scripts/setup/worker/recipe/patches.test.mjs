import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../paths.mjs';
import { patch, patches } from './patches.mjs';

describe('the changes to the sources of the worker', () => {
  it('replace a text that is there once', () => {
    expect(patch('a b c', [{ find: 'b', replace: 'x' }], 'file')).toBe('a x c');
  });

  it('take the new text as it is, without special characters', () => {
    expect(patch('a b c', [{ find: 'b', replace: '$& $1' }], 'file')).toBe('a $& $1 c');
  });

  it.each([
    ['is gone', 'a c', 0],
    ['is there twice', 'b b', 2],
  ])('fail when the text %s', (_, text, times) => {
    expect(() => patch(text, [{ find: 'b', replace: 'x' }], 'file')).toThrow(
      `file is not what the recipe expects: found ${times} times: b`,
    );
  });

  it.each(Object.keys(patches))('fit %s of the installed version', (path) => {
    const text = readFileSync(join(root, 'node_modules/mediasoup/worker', path), 'utf8');
    expect(patch(text, patches[path], path)).not.toBe(text);
  });
});
