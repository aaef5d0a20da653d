import type { MessageView } from '@front-door/shared/protocol/views.ts';
import { expect, it } from 'vitest';
import { unreadIn } from './unread.ts';

const message = (at: number, from: 'patient' | 'practice'): MessageView => ({
  id: `${at}`,
  at,
  from,
  by: null,
  template: null,
  text: 'Hello',
});
const unread = (seenUntil: number, ...messages: MessageView[]) => unreadIn({ messages }, seenUntil).map(({ at }) => at);

it('[DESK-2] answers are unread until somebody of the practice writes, or this device has shown them', () => {
  const [first, ours, second, third] = [
    message(1, 'patient'),
    message(2, 'practice'),
    message(3, 'patient'),
    message(4, 'patient'),
  ];
  expect(unread(0, first)).toEqual([1]);
  expect(unread(0, first, ours)).toEqual([]);
  expect(unread(0, first, ours, second, third)).toEqual([3, 4]);
  expect(unread(3, first, ours, second, third)).toEqual([4]);
  expect(unread(4, first, ours, second, third)).toEqual([]);
  expect(unread(0)).toEqual([]);
});
