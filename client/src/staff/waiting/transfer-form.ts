import { signal, type Signal } from '@preact/signals';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { FormState } from '../../ui/form-state.ts';
import { watch } from '../watch.ts';
import { desk } from './desk.ts';
import { refusalText } from './refusal-text.ts';
import { calledBy } from './who.ts';

/** Where somebody is sent, beginning with where they are; empty for no clinic, or nobody in particular. */
export class TransferForm {
  readonly clinic: Signal<string>;
  readonly clinician: Signal<string>;
  readonly state = new FormState({}, refusalText);

  constructor({ clinic, clinicianId }: WatchedRoom) {
    this.clinic = signal(clinic?.id ?? '');
    this.clinician = signal(clinicianId ?? '');
  }

  submit(room: WatchedRoom): Promise<void> {
    const name = calledBy(room);
    return this.state.submit({}, async () => {
      await watch.desk('waiting:transfer', {
        consultationId: room.consultationId,
        clinicId: this.clinic.value || null,
        clinicianId: this.clinician.value || null,
      });
      desk.done(() => t('waiting:result.transferred', { name }));
    });
  }
}
