import { signal } from '@preact/signals';
import type { WatchedClinic } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { FormState } from '../../ui/form-state.ts';
import { desk } from './desk.ts';
import { runLate } from './run-late.ts';

/** By how many minutes a clinic runs late, where none of the usual numbers is right. */
export class LateForm {
  readonly minutes = signal('');
  readonly state = new FormState({ minutes: () => t('waiting:late.numberWrong') });

  submit(clinic: WatchedClinic, onDone: () => void): Promise<void> {
    const minutes = Number(this.minutes.value);
    const isGood = Number.isInteger(minutes) && minutes >= 1 && minutes <= 240;
    return this.state.submit({ minutes: isGood }, async () => {
      const [work, text] = runLate(clinic, minutes);
      await work();
      onDone();
      desk.say(text);
    });
  }
}
