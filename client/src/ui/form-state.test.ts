import { common } from '@front-door/shared/i18n/en/common.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { start } from '../i18n/index.ts';
import { ApiError } from '../net/api-error.ts';
import { FormState } from './form-state.ts';

beforeAll(() => start({ common }, 'en'));

const form = () => new FormState({ name: () => 'Enter your name', email: () => 'Enter your email' });

describe('a form', () => {
  it('is not sent while a field is wrong, and says which', async () => {
    const state = form();
    await state.submit({ name: false, email: true }, () => expect.unreachable());
    expect(state.errors.value).toEqual([{ text: 'Enter your name', field: 'name' }]);
    expect(state.errorOf('name')).toBe('Enter your name');
    expect(state.errorOf('email')).toBeUndefined();
  });

  it('is sent once, however often the button is pressed', async () => {
    const state = form();
    let sent = 0;
    let arrive = () => {};
    const slowly = () => {
      sent += 1;
      return new Promise<void>((resolve) => (arrive = resolve));
    };
    const first = state.submit({}, slowly);
    await state.submit({}, slowly);
    expect(state.busy.value).toBe(true);
    arrive();
    await first;
    expect(sent).toBe(1);
    expect(state.busy.value).toBe(false);
  });

  it('leads to the fields that the server refused', async () => {
    const state = form();
    await state.submit({}, () => Promise.reject(new ApiError({ code: 'bad_request', fields: ['email'] })));
    expect(state.errors.value).toEqual([{ text: 'Enter your email', field: 'email' }]);
  });

  it('says why it was refused when no field can be blamed, each time anew', async () => {
    const state = form();
    const refused = () => Promise.reject(new ApiError({ code: 'sign_in_failed' }));
    await state.submit({}, refused);
    await state.submit({}, refused);
    expect(state.errors.value).toMatchObject([{ text: expect.stringContaining('not right') as string }]);
    expect(state.errors.value[0]).not.toHaveProperty('field');
    expect(state.attempt.value).toBe(2);
  });
});
