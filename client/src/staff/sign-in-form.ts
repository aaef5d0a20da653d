import { signal } from '@preact/signals';
import { pages } from '@front-door/shared/protocol/pages.ts';
import { t } from '../i18n/index.ts';
import { staffApi } from '../net/staff-api.ts';
import { FormState } from '../ui/form-state.ts';
import { looksLikeEmail } from './fields.ts';
import { firstPageOf } from './pages.ts';
import { hasMoved, navigate, place } from './router.ts';
import { signedIn } from './session.ts';

export class SignInForm {
  readonly email = signal('');
  readonly password = signal('');
  /** Whether to sign out on all other devices, as when one of them is lost. */
  readonly endOthers = signal(false);
  readonly state = new FormState({
    email: () => t('staff:signIn.emailMissing'),
    password: () => t('staff:signIn.passwordMissing'),
  });

  submit(): Promise<void> {
    const [email, password] = [this.email.value, this.password.value];
    return this.state.submit({ email: looksLikeEmail(email), password: password !== '' }, async () => {
      const staff = await staffApi('session.open', { email, password, endOthers: this.endOthers.value });
      hasMoved.value = true;
      signedIn(staff);
      // Who came to a page of their own choice stays there.
      if (place.peek().path === pages.staff) navigate(firstPageOf(staff), { replace: true });
    });
  }
}
