import { signal } from '@preact/signals';
import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { FormState } from '../../ui/form-state.ts';
import { announce } from '../../ui/live-status.tsx';
import { isGiven } from '../fields.ts';
import { ask } from '../session.ts';
import type { Clinic } from './clinics.ts';
import { HoursForm } from './hours-form.ts';

/** Making a clinic, or changing one. */
export class ClinicForm {
  readonly clinic: Clinic | null;
  readonly name = signal('');
  readonly welcome = signal('');
  readonly hours: HoursForm;
  readonly state = new FormState({
    name: () => t('clinics:form.nameMissing'),
    welcome: () => t('clinics:form.welcomeWrong'),
    hours: () => t('clinics:form.hoursWrong'),
  });

  /** @param clinic the one to change; null makes another */
  constructor(clinic: Clinic | null) {
    this.clinic = clinic;
    this.name.value = clinic?.name ?? '';
    this.welcome.value = clinic?.welcome ?? '';
    this.hours = new HoursForm(clinic?.hours ?? null);
  }

  /** @param onSaved told the id of the clinic that was made or changed */
  submit(onSaved: (id: string) => Promise<void>): Promise<void> {
    const [name, welcome] = [this.name.value.trim(), this.welcome.value];
    return this.state.submit({ name: isGiven(name), hours: this.hours.isGood }, async () => {
      const texts = { name, welcome: isGiven(welcome) ? welcome : null, hours: this.hours.hours };
      const id = this.clinic ? await this.#change(this.clinic, texts) : (await ask('clinics.create', texts)).id;
      announce(t(this.clinic ? 'clinics:form.saved' : 'clinics:form.made', { clinic: name }));
      await onSaved(id);
    });
  }

  async #change({ id }: Clinic, texts: HttpInput<'clinics.create'>): Promise<string> {
    await ask('clinics.update', { id, ...texts });
    return id;
  }
}
