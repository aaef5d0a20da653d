import { signal } from '@preact/signals';
import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import type { HttpInput, HttpReply } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { ApiError } from '../net/api-error.ts';
import { staffApi } from '../net/staff-api.ts';
import { Pause } from '../net/pause.ts';
import { retryAfter, retryDelay } from '../net/retry.ts';

/**
 * Who is signed in.
 * - `unknown`: being asked; `problem` says why there is no answer yet
 * - `signed_out`: `because` it ended by itself, or by choice; null for who only comes
 */
export type Session =
  | { is: 'unknown'; problem: ApiError | null }
  | { is: 'signed_out'; because: 'expired' | 'choice' | null }
  | { is: 'signed_in'; staff: StaffView };

export const session = signal<Session>({ is: 'unknown', problem: null });

export const signedIn = (staff: StaffView): void => void (session.value = { is: 'signed_in', staff });

/** The session is gone at the server: back to sign-in, with a word about it. */
export const sessionExpired = (): void => void (session.value = { is: 'signed_out', because: 'expired' });

/** Sends a request of a signed-in person. @throws {ApiError} */
export async function ask<N extends HttpRequestName>(name: N, data: HttpInput<N>): Promise<HttpReply<N>> {
  try {
    return await staffApi(name, data);
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'not_signed_in') sessionExpired();
    throw thrown;
  }
}

const pause = new Pause();

/** Finds out who is signed in: asks until there is an answer. */
export async function recallSession(): Promise<void> {
  for (let failures = 1; session.peek().is === 'unknown'; failures += 1) {
    try {
      signedIn(await staffApi('session.read', {}));
    } catch (thrown) {
      const problem = ApiError.of(thrown);
      if (problem.code === 'not_signed_in') return void (session.value = { is: 'signed_out', because: null });
      session.value = { is: 'unknown', problem };
      await pause.wait(problem.retryAfter ? retryAfter(problem.retryAfter) : retryDelay(failures));
    }
  }
}

/** For who does not want to wait until it is asked again. */
export const recallAtOnce = (): void => pause.end();

/** @throws {ApiError} when the server did not hear of it: the cookie would still be good */
export async function signOut(): Promise<void> {
  await ask('session.close', {});
  session.value = { is: 'signed_out', because: 'choice' };
}

export const may = (staff: StaffView, ...roles: StaffRole[]): boolean =>
  staff.roles.some((role) => roles.includes(role));
