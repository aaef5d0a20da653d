import { signal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { staffApi } from '../../net/staff-api.ts';
import { FormState } from '../../ui/form-state.ts';
import { isGiven, isLongEnough, looksLikeEmail } from '../fields.ts';
import { enter } from './staff-link.ts';

export class AccountForm {
  readonly name = signal('');
  readonly email = signal('');
  readonly password = signal('');
  readonly state = new FormState({
    name: () => t('staff:link.nameMissing'),
    email: () => t('staff:link.emailMissing'),
    password: () => t('staff:link.passwordShort'),
  });
  readonly #secret: string;

  constructor(secret: string, email: string | null) {
    this.#secret = secret;
    this.email.value = email ?? '';
  }

  submit(): Promise<void> {
    const [name, email, password] = [this.name.value, this.email.value, this.password.value];
    const checks = { name: isGiven(name), email: looksLikeEmail(email), password: isLongEnough(password) };
    return this.state.submit(checks, async () => {
      enter(await staffApi('staff-links.make-account', { secret: this.#secret, name, email, password }));
    });
  }
}
