import { describe, expect, it } from 'vitest';
import { watchedPerson, watchedRoom } from '../testing/watched.ts';
import { namesOf, numbersOf } from './who.ts';

const named = (given: string | null, patientName: string | null) =>
  namesOf(watchedRoom('a', { patientName, people: [watchedPerson('v', { name: given })] }));

describe('whom a row is about', () => {
  it('is by the name they gave, with the expected one where that is another', () => {
    expect(named('Ann Example', 'Anne Exampel')).toEqual({ shown: 'Ann Example', expected: 'Anne Exampel' });
    expect(named('Ann Example', null)).toEqual({ shown: 'Ann Example', expected: null });
    expect(named(null, 'Ann Example')).toEqual({ shown: 'Ann Example', expected: null });
    expect(namesOf(watchedRoom('a'))).toEqual({ shown: null, expected: null });
  });

  it('has the same name also in other capitals and spaces', () => {
    expect(named('ann  EXAMPLE', 'Ann Example ').expected).toBeNull();
    expect(named('Ann B. Example', 'Ann Example').expected).toBe('Ann Example');
  });
});

describe('[DESK-8] the numbers to ring', () => {
  const ringMe = { phone: '07700 900123', at: 1 };
  const numbers = (patientPhone: string | null, wants = true) =>
    numbersOf(watchedRoom('a', { patientPhone, people: [watchedPerson('v', { ringMe: wants ? ringMe : null })] }));

  it('begin with the one that was asked for', () => {
    expect(numbers('020 7946 0018')).toEqual([
      { phone: '07700 900123', isAskedFor: true },
      { phone: '020 7946 0018', isAskedFor: false },
    ]);
  });

  it('hold none twice, however it is written', () => {
    expect(numbers('(07700) 900-123')).toEqual([{ phone: '07700 900123', isAskedFor: true }]);
    expect(numbers(null, false)).toEqual([]);
  });
});
