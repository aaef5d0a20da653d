import { common } from '@front-door/shared/i18n/en/common.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorText } from './error-text.ts';
import { start } from './index.ts';

beforeAll(() => start({ common }, 'en'));

describe('the text of a refusal', () => {
  it('says when to try again', () => {
    expect(errorText({ code: 'too_many_requests', retryAfter: 240 })).toContain('Try again in 4 minutes.');
    expect(errorText({ code: 'too_many_requests', retryAfter: 5 })).toContain('in less than a minute');
  });

  it('gives the number under which the cause was logged', () => {
    expect(errorText({ code: 'internal', id: 'a1b2c3' })).toMatch(/quote this number: a1b2c3$/);
  });

  it('knows what to do when nothing could be reached', () => {
    expect(errorText({ code: 'offline' })).toContain('internet connection');
  });
});
