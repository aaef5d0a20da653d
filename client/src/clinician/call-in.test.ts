import { signal } from '@preact/signals';
import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { expect, test } from 'vitest';
import type { Signalling } from '../call/signalling.ts';
import { ApiError, type Refusal } from '../net/api-error.ts';
import type { ConnectionState } from '../net/connection.ts';
import { callIn } from './call-in.ts';

const ann = { consultationId: 'c', visitId: 'ann', name: 'Ann Example' };
const here: ConnectionState = { is: 'here', number: 1, mediaKept: false, opened: null };
const away: ConnectionState = { is: 'reconnecting', since: 0 };
const colleague = { role: 'clinician', phase: 'in_call' } as PersonView;

/** A server that answers each time with the next of `answers`; `offline` comes with the loss of the connection. */
function scripted(...answers: Array<'granted' | Refusal['code']>) {
  const state = signal<ConnectionState>(here);
  const view = signal<RoomView | null>({ people: [] as PersonView[] } as RoomView);
  const asked: unknown[] = [];
  const request = (async (name: string, data: unknown) => {
    asked.push([name, data]);
    const answer = answers[asked.length - 1]!;
    if (answer === 'offline') state.value = away;
    if (answer !== 'granted') throw new ApiError({ code: answer });
    return {};
  }) as Signalling['request'];
  return { state, view, asked, outcome: callIn({ state, view }, request, ann) };
}

test('[ADMIT-2] lets in by the name that was shown', async () => {
  const { outcome, asked } = scripted('granted');
  expect(await outcome).toBeNull();
  expect(asked).toEqual([['visit:admit', { visitId: 'ann', confirmedName: 'Ann Example' }]]);
});

test('says why somebody cannot be let in', async () => {
  for (const code of ['wrong_state', 'name_changed', 'person_away', 'visit_left'] as const) {
    expect(await scripted(code).outcome).toBe(code);
  }
});

test('asks again when it was cut off, and takes what was granted unheard for its own', async () => {
  for (const [second, wanted] of [
    ['granted', null],
    ['wrong_state', null],
    ['person_away', 'person_away'],
  ] as const) {
    const { state, outcome, asked } = scripted('offline', second);
    await expect.poll(() => state.value.is).toBe('reconnecting');
    expect(asked).toHaveLength(1);
    state.value = { ...here, number: 2 };
    expect(await outcome).toBe(wanted);
    expect(asked).toHaveLength(2);
  }
});

test('[DESK-11] does not take for its own what a colleague did while it was cut off', async () => {
  const { state, view, outcome } = scripted('offline', 'wrong_state');
  await expect.poll(() => state.value.is).toBe('reconnecting');
  view.value = { people: [colleague] } as RoomView;
  state.value = { ...here, number: 2 };
  expect(await outcome).toBe('wrong_state');
});

test('gives up when the connection never comes', async () => {
  const { state, outcome } = scripted('offline');
  await expect.poll(() => state.value.is).toBe('reconnecting');
  state.value = { is: 'over', reason: 'consultation_ended' };
  expect(await outcome).toBe('consultation_ended');
});
