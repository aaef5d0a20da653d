import { expect, test } from 'vitest';
import { doorOf } from './door.ts';

test('a link opens by the secret in its fragment', () => {
  expect(doorOf({ pathname: '/v', hash: '#3q2-7wEA_AAAAAAAAAAAAA' })).toEqual({
    by: 'link',
    secret: '3q2-7wEA_AAAAAAAAAAAAA',
  });
});

test('a signed-in clinician comes in by the consultation', () => {
  expect(doorOf({ pathname: '/c/0190c1f2', hash: '' })).toEqual({ by: 'staff', consultationId: '0190c1f2' });
});

test.each([
  ['/v', ''],
  ['/c', '#'],
  ['/c/', ''],
])('%s%s names nothing', (pathname, hash) => {
  expect(doorOf({ pathname, hash })).toBeNull();
});
