import { computed, signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { errorText } from '../../../i18n/error-text.ts';
import { t } from '../../../i18n/index.ts';
import { Action } from '../../../ui/action.ts';
import { announce } from '../../../ui/live-status.tsx';
import { ask } from '../../session.ts';
import { dayAfter, dayAt, spanOf } from '../zone.ts';

export type Appointment = HttpReply<'appointments.list'>['appointments'][number];

/** A clinic's appointments of one day, by the clocks of the practice. */
export class DayList {
  readonly timeZone: string;
  /** As date inputs have it. */
  readonly day = signal('');
  readonly isToday = computed(() => this.day.value === this.today);
  /** null until they are loaded. */
  readonly appointments = signal<readonly Appointment[] | null>(null);
  readonly action = new Action((refusal) =>
    refusal.code === 'wrong_state' ? t('clinics:appointments.cancelInCall') : errorText(refusal),
  );
  readonly #clinicId: string;

  constructor(clinicId: string, timeZone: string) {
    this.#clinicId = clinicId;
    this.timeZone = timeZone;
    this.day.value = this.today;
  }

  get today(): string {
    return dayAt(Date.now(), this.timeZone);
  }

  show(day: string): Promise<void> {
    // Date inputs are empty while a date is half typed.
    if (day === '') return Promise.resolve();
    this.day.value = day;
    return this.load();
  }

  move(days: number): Promise<void> {
    return this.show(dayAfter(this.day.value, days));
  }

  async load(): Promise<void> {
    const { day } = this;
    await this.action.run(async () => {
      // Somebody who leafs through the days quickly sees the last one.
      let read: string;
      do {
        read = day.value;
        this.appointments.value = await this.#read(read);
      } while (read !== day.value);
    });
  }

  cancel({ id }: Appointment): Promise<void> {
    return this.action.run(async () => {
      await ask('appointments.cancel', { id });
      announce(t('clinics:appointments.cancelled'));
      this.appointments.value = await this.#read(this.day.value);
    });
  }

  async #read(day: string): Promise<readonly Appointment[]> {
    const wanted = { clinicId: this.#clinicId, ...spanOf(day, this.timeZone) };
    return (await ask('appointments.list', wanted)).appointments;
  }
}
