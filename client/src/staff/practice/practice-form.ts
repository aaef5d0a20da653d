import { signal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { FormState } from '../../ui/form-state.ts';
import { announce } from '../../ui/live-status.tsx';
import { isGiven } from '../fields.ts';
import { ask } from '../session.ts';

/** What patients are told about the practice, and agree to. */
export class PracticeForm {
  readonly loaded = signal(false);
  readonly saved = signal(false);
  readonly name = signal('');
  readonly phone = signal('');
  readonly agreement = signal('');
  readonly loading = new Action();
  readonly state = new FormState({
    name: () => t('staff:practice.nameMissing'),
    phone: () => t('staff:practice.phoneWrong'),
    agreement: () => t('staff:practice.agreementMissing'),
  });

  load(): Promise<unknown> {
    return this.loading.run(async () => {
      const { name, phone, agreement } = await ask('practice.read', {});
      this.name.value = name;
      this.phone.value = phone ?? '';
      this.agreement.value = agreement;
      this.loaded.value = true;
    });
  }

  submit(): Promise<void> {
    this.saved.value = false;
    const [name, phone, agreement] = [this.name.value, this.phone.value, this.agreement.value];
    return this.state.submit({ name: isGiven(name), agreement: isGiven(agreement) }, async () => {
      await ask('practice.update', { name, phone: isGiven(phone) ? phone : null, agreement });
      this.saved.value = true;
      announce(t('staff:practice.saved'));
    });
  }
}
