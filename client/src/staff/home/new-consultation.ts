import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { FormState } from '../../ui/form-state.ts';
import { isGiven } from '../fields.ts';
import { ask } from '../session.ts';

/** Starting a consultation, and what came of it. */
export class NewConsultation {
  readonly clinicianName = signal('');
  readonly state = new FormState({ clinicianName: () => t('staff:home.forWhomMissing') });
  /** Both links, which nobody can show again. */
  readonly made = signal<HttpReply<'consultations.create'> | null>(null);

  /** Starts one of the signed-in clinician's own. */
  forMe(): Promise<void> {
    return this.state.submit({}, async () => {
      this.made.value = await ask('consultations.create', {});
    });
  }

  /** Starts one for the colleague whose name was typed. */
  forColleague(): Promise<void> {
    const clinicianName = this.clinicianName.value;
    return this.state.submit({ clinicianName: isGiven(clinicianName) }, async () => {
      this.made.value = await ask('consultations.create', { clinicianName });
      this.clinicianName.value = '';
    });
  }

  another(): void {
    this.made.value = null;
  }
}
