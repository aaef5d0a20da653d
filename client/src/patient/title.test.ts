import * as english from '@front-door/shared/i18n/en/for-patients.ts';
import type { QueueView, RoomView } from '@front-door/shared/protocol/views.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { start } from '../i18n/index.ts';
import { titleOf } from './title.ts';

const view = (ringingSince: number | null = null) =>
  ({ me: { ringingSince }, practice: { name: 'Elm Road' } }) as RoomView;
const queue = { place: 3, wait: null, late: null } as QueueView;
const here = { is: 'here', number: 1, mediaKept: false, opened: null } as const;
const shown = { connection: here, view: view(), queue, unseen: null } as const;

describe('what the tab says', () => {
  beforeEach(() => start(english, 'en'));

  it('[QUEUE-3] is the place while waiting, and to stay where there is none to tell', () => {
    expect(titleOf('waiting', shown)).toBe('There are 2 people before you');
    expect(titleOf('waiting', { ...shown, queue: null })).toBe('Waiting – please stay');
    expect(titleOf('details', shown)).toBe('Your details');
  });

  it('[DESK-2] is that a message has come as long as nobody has looked', () => {
    expect(titleOf('waiting', { ...shown, unseen: 'message' })).toBe('New message');
  });

  it('[DESK-8] is that the practice rings, before anything else', () => {
    const title = 'Elm Road is ringing you now. Keep your phone at hand.';
    expect(titleOf('waiting', { ...shown, view: view(1), unseen: 'message' })).toBe(title);
    expect(titleOf('held', { ...shown, view: view(1) })).toBe(title);
    expect(titleOf('call', { ...shown, view: view(1) })).toBe('In your consultation');
  });

  it('is being called until somebody looks', () => {
    expect(titleOf('call', { ...shown, unseen: 'called' })).toBe('You have been let in.');
    expect(titleOf('call', shown)).toBe('In your consultation');
  });

  it('is first of all that the connection is lost', () => {
    const lost = { ...shown, connection: { is: 'reconnecting', since: 0 } as const, view: view(1) };
    expect(titleOf('waiting', lost)).toBe('Reconnecting…');
  });
});
