import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { errorText } from '../../i18n/error-text.ts';
import { t } from '../../i18n/index.ts';
import { ApiError } from '../../net/api-error.ts';
import { staffApi } from '../../net/staff-api.ts';
import { firstPageOf } from '../pages.ts';
import { navigate, place } from '../router.ts';
import { signedIn } from '../session.ts';

export type LookedUp = HttpReply<'staff-links.look'>;

/** What became of a one-time link. */
type State =
  | { is: 'checking' }
  /** `again`: it may work in a moment. */
  | { is: 'refused'; text: () => string; again: boolean }
  | { is: 'make_account'; link: LookedUp };

// The last is what a link is that lost its last letters on the way.
const dead = ['link_unknown', 'link_expired', 'link_revoked', 'bad_request'];

/** A one-time link for staff: `/staff/link#SECRET`. */
export class StaffLink {
  readonly state = signal<State>({ is: 'checking' });
  readonly secret = place.peek().hash.slice(1);

  /** Finds out what it is for; a link that only signs in does so. */
  async open(): Promise<void> {
    this.state.value = { is: 'checking' };
    try {
      const link = await staffApi('staff-links.look', { secret: this.secret });
      if (link.purpose === 'sign_in') enter(await staffApi('staff-links.sign-in', { secret: this.secret }));
      else this.state.value = { is: 'make_account', link };
    } catch (thrown) {
      const error = ApiError.of(thrown);
      this.state.value = dead.includes(error.code)
        ? { is: 'refused', text: () => t('staff:link.dead'), again: false }
        : { is: 'refused', text: () => errorText(error), again: true };
    }
  }
}

/** Goes in, and takes the secret out of the address: it would otherwise stay in the browser's history. */
export function enter(staff: StaffView): void {
  signedIn(staff);
  navigate(firstPageOf(staff), { replace: true });
}
