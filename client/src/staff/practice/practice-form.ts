import { signal, type Signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { FormState } from '../../ui/form-state.ts';
import { announce } from '../../ui/live-status.tsx';
import { isGiven } from '../fields.ts';
import { ask } from '../session.ts';

type Practice = HttpReply<'practice.read'>;

/** As it is typed: a number as its digits, and what is not given as nothing. */
type Typed = { [K in keyof Practice]: Practice[K] extends boolean ? boolean : string };

/** What an admin decides about the practice, from being read to being saved. */
export class PracticeForm {
  /** Null until the practice is read. */
  readonly values = signal<{ readonly [K in keyof Typed]: Signal<Typed[K]> } | null>(null);
  readonly saved = signal(false);
  readonly loading = new Action();
  readonly state = new FormState({
    name: () => t('staff:practice.nameMissing'),
    phone: () => t('staff:practice.phoneWrong'),
    timeZone: () => t('staff:practice.timeZoneWrong'),
    agreement: () => t('staff:practice.agreementMissing'),
    placeKeptMinutes: () => t('staff:practice.placeKeptWrong'),
    afterText: () => t('staff:practice.afterTextWrong'),
    afterLink: () => t('staff:practice.afterLinkWrong'),
  });

  load(): Promise<unknown> {
    return this.loading.run(async () => {
      const practice = await ask('practice.read', {});
      this.values.value = {
        name: signal(practice.name),
        phone: signal(practice.phone ?? ''),
        timeZone: signal(practice.timeZone),
        agreement: signal(practice.agreement),
        showsPlace: signal(practice.showsPlace),
        showsWait: signal(practice.showsWait),
        placeKeptMinutes: signal(String(practice.placeKeptMinutes)),
        repliesAllowed: signal(practice.repliesAllowed),
        afterText: signal(practice.afterText ?? ''),
        afterLink: signal(practice.afterLink ?? ''),
        feedbackWanted: signal(practice.feedbackWanted),
      };
    });
  }

  submit(): Promise<void> {
    this.saved.value = false;
    const practice = this.#practice(this.values.value!);
    const { name, agreement, placeKeptMinutes } = practice;
    const checks = {
      name: isGiven(name),
      agreement: isGiven(agreement),
      placeKeptMinutes: Number.isInteger(placeKeptMinutes) && placeKeptMinutes >= 1 && placeKeptMinutes <= 120,
    };
    return this.state.submit(checks, async () => {
      await ask('practice.update', practice);
      this.saved.value = true;
      announce(t('staff:practice.saved'));
    });
  }

  #practice(values: NonNullable<PracticeForm['values']['value']>): Practice {
    const { phone, placeKeptMinutes, afterText, afterLink } = values;
    return {
      name: values.name.value,
      phone: orNull(phone.value),
      timeZone: values.timeZone.value,
      agreement: values.agreement.value,
      showsPlace: values.showsPlace.value,
      showsWait: values.showsWait.value,
      placeKeptMinutes: Number(placeKeptMinutes.value),
      repliesAllowed: values.repliesAllowed.value,
      afterText: orNull(afterText.value),
      afterLink: orNull(afterLink.value),
      feedbackWanted: values.feedbackWanted.value,
    };
  }
}

const orNull = (text: string): string | null => (isGiven(text) ? text : null);
