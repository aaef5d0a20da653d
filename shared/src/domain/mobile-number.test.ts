import { describe, expect, it } from 'vitest';
import { mobileNumber } from './mobile-number.ts';

describe('[INVITE-1] a mobile number', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['(07700) 900-123', '+447700900123'],
    ['+44 7700 900123', '+447700900123'],
    ['+44 (0)7700 900123', '+447700900123'],
    ['0044 7700 900123', '+447700900123'],
    ['+353 86 123 4567', '+353861234567'],
    ['0048 512 345 678', '+48512345678'],
  ])('%s is %s', (written, number) => {
    expect(mobileNumber(written)).toBe(number);
  });

  it.each([
    ['a landline', '020 7946 0018'],
    ['a landline with its prefix', '+44 20 7946 0018'],
    ['too short', '07700 90012'],
    ['too long', '07700 9001234'],
    ['another country without its prefix', '512 345 678'],
    ['letters', '07700 90012x'],
    ['longer than any number', '+1234567890123456'],
    ['nothing', ''],
  ])('is not %s', (_what, written) => {
    expect(mobileNumber(written)).toBeNull();
  });
});
