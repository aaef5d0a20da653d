import { signal } from '@preact/signals';
import { pages } from '@front-door/shared/protocol/pages.ts';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { ApiError } from '../../net/api-error.ts';
import { api } from '../../net/api.ts';
import { navigate, place } from '../router.ts';
import { signedIn } from '../session.ts';

export type LookedUp = HttpReply<'staff-links.look'>;

/** What became of a one-time link. */
type State = { is: 'checking' } | { is: 'refused'; error: ApiError } | { is: 'make_account'; link: LookedUp };

/** A one-time link for staff: `/staff/link#SECRET`. */
export class StaffLink {
  readonly state = signal<State>({ is: 'checking' });
  readonly secret = place.peek().hash.slice(1);

  /** Finds out what it is for; a link that only signs in does so. */
  async open(): Promise<void> {
    this.state.value = { is: 'checking' };
    try {
      const link = await api('staff-links.look', { secret: this.secret });
      if (link.purpose === 'sign_in') enter(await api('staff-links.sign-in', { secret: this.secret }));
      else this.state.value = { is: 'make_account', link };
    } catch (thrown) {
      const error = ApiError.of(thrown);
      // A link that lost its last letters on the way is no secret at all.
      this.state.value = {
        is: 'refused',
        error: error.code === 'bad_request' ? new ApiError({ code: 'link_unknown' }) : error,
      };
    }
  }
}

/** Goes in, and takes the secret out of the address: it would otherwise stay in the browser's history. */
export function enter(staff: StaffView): void {
  signedIn(staff);
  navigate(pages.staff, { replace: true });
}
