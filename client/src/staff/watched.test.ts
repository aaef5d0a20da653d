import { describe, expect, it } from 'vitest';
import { watchedRoom } from './testing/watched.ts';
import { byId, withChange } from './watched.ts';

const room = (consultationId: string, callStartedAt: number | null = null) =>
  watchedRoom(consultationId, { callStartedAt });

describe('[WATCH-5] a difference', () => {
  const [first, second, third] = [room('first'), room('second'), room('third')];
  const before = byId([first, second, third]);

  it('replaces rooms where they stand, and leaves the others the very same', () => {
    const changed = room('second', 1000);
    expect([...withChange(before, { rooms: [changed], gone: [] }).values()]).toEqual([first, changed, third]);
    expect(withChange(before, { rooms: [changed], gone: [] }).get('third')).toBe(third);
  });

  it('puts what is new at the end', () => {
    const after = withChange(before, { rooms: [room('fourth')], gone: [] });
    expect([...after.keys()]).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('takes away what is gone, also what was never there', () => {
    const after = withChange(before, { rooms: [], gone: ['first', 'unheard of'] });
    expect([...after.keys()]).toEqual(['second', 'third']);
  });

  it('leaves the list before it as it was', () => {
    withChange(before, { rooms: [room('fourth'), room('first', 1000)], gone: ['second'] });
    expect([...before.values()]).toEqual([first, second, third]);
  });
});
