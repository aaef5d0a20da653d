import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { describe, expect, it } from 'vitest';
import { watchedPerson, watchedRoom } from '../testing/watched.ts';
import { actionsFor, type ActionName } from './actions.ts';

const [clinician, receptionist] = [{ isClinician: true }, { isClinician: false }];
const roomWith = (person: Partial<WatchedPerson> | null, changes: Partial<WatchedRoom> = {}) =>
  watchedRoom('a', { people: person === null ? [] : [watchedPerson('Ann', person)], ...changes });
const all = (room: WatchedRoom, who = receptionist): ActionName[] => {
  const { main, more } = actionsFor(room, who);
  return main === null ? more : [main, ...more];
};
const phone = '020 7946 0018';

describe('[DESK-9] the row offers', () => {
  it('clinicians to call in who waits and is connected, and nobody else', () => {
    expect(actionsFor(roomWith({}), clinician).main).toBe('call_in');
    expect(actionsFor(roomWith({ report: { step: 'check' } }), clinician).main).toBe('call_in');
    for (const person of [{ phase: 'arrived' }, { droppedAt: 5 }, { phase: 'in_call' }, { phase: 'left' }] as const) {
      expect(all(roomWith(person), clinician)).not.toContain('call_in');
    }
    // The step of a check does not say that somebody has given the details.
    expect(all(roomWith({ phase: 'arrived', report: { step: 'check' } }), clinician)).not.toContain('call_in');
  });

  it('receptionists no way into a call', () => {
    expect(actionsFor(roomWith({}), receptionist).main).toBe('message');
    expect(actionsFor(roomWith({ phase: 'in_call' }), receptionist)).toEqual({ main: null, more: ['transfer'] });
    expect(actionsFor(roomWith({ phase: 'in_call' }), clinician)).toEqual({ main: 'open', more: ['transfer'] });
  });

  it('[DESK-7] no-show only while nobody is there, and then to take it back', () => {
    expect(all(roomWith(null))).toContain('no_show');
    expect(all(roomWith({ droppedAt: 5 }))).toContain('no_show');
    expect(all(roomWith({}))).not.toContain('no_show');
    expect(all(roomWith({ phase: 'arrived' }))).not.toContain('no_show');
    const marked = all(roomWith(null, { noShowAt: 5 }));
    expect(marked).toContain('lift');
    expect(marked).not.toContain('no_show');
  });

  it('[DESK-8] the telephone first to who asked for it, is being rung, or is away and has a number', () => {
    const ringMe = { phone, at: 5 };
    expect(actionsFor(roomWith({ ringMe }), clinician).main).toBe('ring');
    expect(actionsFor(roomWith({ ringingSince: 5 }), clinician).main).toBe('ring');
    expect(actionsFor(roomWith({ droppedAt: 5 }, { patientPhone: phone }), clinician).main).toBe('ring');
    expect(actionsFor(roomWith({ droppedAt: 5 }), clinician).main).toBe('message');
    expect(actionsFor(roomWith(null, { patientPhone: phone }), clinician).main).toBe('ring');
    expect(all(roomWith(null))).not.toContain('ring');
    expect(all(roomWith({ phase: 'in_call', ringMe }, { patientPhone: phone }))).not.toContain('ring');
  });

  it('no end while somebody is let in, also when their connection is lost', () => {
    expect(all(roomWith({}))).toContain('finish');
    expect(all(roomWith({ phase: 'in_call' }))).not.toContain('finish');
    expect(all(roomWith({ phase: 'in_call', droppedAt: 5 }))).not.toContain('finish');
  });

  it('nothing but what was written when it is over', () => {
    const message = { id: 'm', at: 1, from: 'patient', by: null, template: null, text: 'Hello' } as const;
    expect(all(roomWith({ phase: 'ended' }, { endedAt: 5 }), clinician)).toEqual([]);
    expect(all(roomWith({ phase: 'ended' }, { endedAt: 5, messages: [message] }))).toEqual(['messages']);
  });

  it('each action once', () => {
    for (const phase of ['arrived', 'waiting', 'admitted', 'in_call', 'held', 'left', 'ended'] as const) {
      const offered = all(roomWith({ phase, ringMe: { phone, at: 1 } }), clinician);
      expect(new Set(offered).size).toBe(offered.length);
    }
  });
});
