import { signal } from '@preact/signals';
import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { FormState } from '../../ui/form-state.ts';
import { announce } from '../../ui/live-status.tsx';
import { isGiven, looksLikeEmail } from '../fields.ts';
import { ask } from '../session.ts';

/** Making a one-time link by which a colleague makes an account. */
export class Invitation {
  readonly roles = signal<readonly StaffRole[]>([]);
  readonly email = signal('');
  readonly state = new FormState({
    roles: () => t('staff:people.inviteRolesMissing'),
    email: () => t('staff:people.inviteEmailWrong'),
  });
  /** The link, which nobody can show again. */
  readonly made = signal<HttpReply<'staff-links.create'> | null>(null);

  submit(): Promise<void> {
    const [roles, email] = [[...this.roles.value], this.email.value];
    const checks = { roles: roles.length > 0, email: !isGiven(email) || looksLikeEmail(email) };
    return this.state.submit(checks, async () => {
      this.made.value = await ask('staff-links.create', { roles, ...(isGiven(email) && { email }) });
      announce(t('staff:people.inviteReady', { until: timeText(this.made.value.validUntil) }));
      this.roles.value = [];
      this.email.value = '';
    });
  }
}
