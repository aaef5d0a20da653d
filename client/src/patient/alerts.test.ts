import type { MessageView, RoomView } from '@front-door/shared/protocol/views.ts';
import { describe, expect, it } from 'vitest';
import { alertsBetween } from './alerts.ts';

type Phase = RoomView['me']['phase'];

const message = (id: string, from: MessageView['from'] = 'practice') => ({ id, from }) as MessageView;
const view = (phase: Phase, { ringingSince = null as number | null, messages = [] as MessageView[] } = {}) => ({
  me: { phase, ringingSince } as RoomView['me'],
  messages,
});
const kinds = (...views: [ReturnType<typeof view> | null, ReturnType<typeof view>]) =>
  alertsBetween(...views).map(({ what }) => what);

describe('what a patient should notice at once', () => {
  it('[WAIT-6] is being called, from the waiting room or from hold, and not coming back to a call', () => {
    expect(kinds(view('waiting'), view('admitted'))).toEqual(['called']);
    expect(kinds(view('waiting'), view('in_call'))).toEqual(['called']);
    expect(kinds(view('held'), view('admitted'))).toEqual(['called']);
    expect(kinds(view('admitted'), view('in_call'))).toEqual([]);
    expect(kinds(null, view('in_call'))).toEqual([]);
  });

  it('[DESK-2] is each message of the practice once, not what the patient wrote or what was there before', () => {
    const [first, second, own] = [message('1'), message('2'), message('3', 'patient')];
    expect(kinds(null, view('waiting', { messages: [first] }))).toEqual([]);
    expect(kinds(view('waiting', { messages: [first] }), view('waiting', { messages: [first, own] }))).toEqual([]);
    const alerts = alertsBetween(
      view('waiting', { messages: [first] }),
      view('waiting', { messages: [first, second] }),
    );
    expect(alerts).toEqual([{ what: 'message', message: second }]);
  });

  it('[DESK-8] is that the practice rings, also on a page that is just opened, and once', () => {
    const rings = view('waiting', { ringingSince: 5 });
    expect(kinds(view('waiting'), rings)).toEqual(['ringing']);
    expect(kinds(null, rings)).toEqual(['ringing']);
    expect(kinds(rings, rings)).toEqual([]);
    expect(kinds(rings, view('waiting', { ringingSince: 9 }))).toEqual(['ringing']);
  });

  it('[WAIT-6] is nothing of all that in a call', () => {
    expect(kinds(view('in_call'), view('in_call', { ringingSince: 5, messages: [message('1')] }))).toEqual([]);
  });
});
