import { describe, expect, it } from 'vitest';
import { isGuessable } from './guessable-password.ts';

describe('[SEC-4] a password', () => {
  it.each([
    'password1234',
    'Password123!',
    'P@ssw0rd2026',
    'passwordpassword',
    'qwertyuiop12',
    'QwertyQwerty1',
    'letmein12345',
    'iloveyou2026',
    'Liverpool2026!',
    'Welcome2026!!',
    'administrator',
    'adminadmin123',
    'Summer2026!!',
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    '1q2w3e4r5t6y',
    'aaaaaaaaaaaaaaaa',
    'abababababab',
    'surgery12345',
    'Nhs-Surgery-1',
    'doctor-doctor-1',
  ])('is refused when many others have it: %s', (password) => {
    expect(isGuessable(password)).toBe(true);
  });

  it.each([
    'four words together',
    'correct horse battery staple',
    'a long enough password',
    'summer rain over the surgery',
    'doctor nurse and patient sing',
    'wJ4#tq9!zLp2',
    'kettle-marble-owl',
    'dolen goch ar y drws',
    'зелёный чайник поёт',
  ])('is taken when it is somebody’s own: %s', (password) => {
    expect(isGuessable(password)).toBe(false);
  });

  it('is refused when it is who one is', () => {
    const about = ['Jo Okafor-Smith', 'jo.okafor@willowbrook.example'];
    for (const password of ['okafor123456', 'OkaforSmith1', 'Willowbrook1!', 'willowbrookokafor']) {
      expect(isGuessable(password, about)).toBe(true);
    }
    expect(isGuessable('willowbrook kettle marble', about)).toBe(false);
  });
});
