import { effect } from '@preact/signals';
import type { Problem } from '@front-door/shared/i18n/en/common.ts';
import { isLetIn } from '../call/wanted.ts';
import { ApiError } from '../net/api-error.ts';
import type { VisitConnection } from '../net/connection.ts';
import type { OverReason } from '../net/refusal.ts';
import type { Called } from './called.ts';

/**
 * Lets somebody in, once the connection to their consultation stands, and through its loss. Gives why they were not let
 * in, or null when they were.
 */
export async function callIn(connection: VisitConnection, { visitId, name }: Called): Promise<Problem | null> {
  let wasCutOff = false;
  for (;;) {
    const over = await whenHere(connection);
    if (over !== null) return over;
    try {
      await connection.socket.request('visit:admit', { visitId, confirmedName: name });
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
export const whenHere = ({ state }: VisitConnection): Promise<OverReason | null> =>
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

const colleagueIsIn = ({ view }: VisitConnection): boolean =>
  view.value?.people.some((person) => person.role === 'clinician' && isLetIn(person)) ?? false;
