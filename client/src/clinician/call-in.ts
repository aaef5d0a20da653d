import { effect, type ReadonlySignal } from '@preact/signals';
import type { Problem } from '@front-door/shared/i18n/en/common.ts';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import type { Signalling } from '../call/signalling.ts';
import { isLetIn } from '../call/wanted.ts';
import { ApiError } from '../net/api-error.ts';
import type { ConnectionState } from '../net/connection.ts';
import type { OverReason } from '../net/refusal.ts';
import type { Called } from './called.ts';

/** What calling in needs to know of the connection to a consultation. */
interface Connection {
  state: ReadonlySignal<ConnectionState>;
  view: ReadonlySignal<RoomView | null>;
}

/**
 * Lets somebody in, once the connection to their consultation stands, and through its loss. Gives why they were not let
 * in, or null when they were.
 */
export async function callIn(
  connection: Connection,
  request: Signalling['request'],
  { visitId, name }: Called,
): Promise<Problem | null> {
  let wasCutOff = false;
  for (;;) {
    const over = await whenHere(connection);
    if (over !== null) return over;
    try {
      await request('visit:admit', { visitId, confirmedName: name });
      return null;
    } catch (thrown) {
      const { code } = ApiError.of(thrown);
      // Asked, and not heard whether it was granted: then the one who let them in was perhaps this page.
      if (code === 'wrong_state' && wasCutOff && !colleagueIsIn(connection)) return null;
      if (code !== 'offline') return code;
      wasCutOff = true;
    }
  }
}

/** Resolves with null once the connection stands, or with why it never will. */
export const whenHere = ({ state }: Pick<Connection, 'state'>): Promise<OverReason | null> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      const { value } = state;
      if (value.is === 'here') settle(null);
      if (value.is === 'over') settle(value.reason);
    });
    function settle(over: OverReason | null): void {
      resolve(over);
      // The first run is over before there is anything to stop.
      queueMicrotask(() => stop());
    }
  });

const colleagueIsIn = ({ view }: Connection): boolean =>
  view.value?.people.some((person) => person.role === 'clinician' && isLetIn(person)) ?? false;
