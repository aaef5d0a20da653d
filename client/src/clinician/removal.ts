import { signal, type Signal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { FormState } from '../ui/form-state.ts';

export const removalReasons = ['mistake', 'somebody_else', 'elsewhere', 'behaviour', 'other'] as const;
type Reason = (typeof removalReasons)[number];

/** Why somebody is sent away for good: one of a few reasons, or one's own words. */
export class Removal {
  readonly reason: Signal<Reason | null> = signal(null);
  readonly own = signal('');
  readonly state = new FormState({
    reason: () => t('clinician:remove.missing.reason'),
    own: () => t('clinician:remove.missing.own'),
  });

  confirm(remove: (reason: string) => Promise<void>): Promise<void> {
    const reason = this.reason.value;
    const own = this.own.value.trim();
    const checks = { reason: reason !== null, own: reason !== 'other' || own !== '' };
    return this.state.submit(checks, async () => {
      if (reason !== null) await remove(reason === 'other' ? own : t(`waiting:remove.reasons.${reason}`));
    });
  }
}
