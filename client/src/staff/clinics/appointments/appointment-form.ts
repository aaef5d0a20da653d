import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../../i18n/index.ts';
import { FormState } from '../../../ui/form-state.ts';
import { isGiven } from '../../fields.ts';
import { ask } from '../../session.ts';
import { dayAt, momentOf } from '../zone.ts';

type Clinician = HttpReply<'clinicians.list'>['clinicians'][number];

const minute = 60_000;
/** How far ahead links can be made, ms, less the time that they are good for after the appointment. */
const furthest = 59 * 24 * 60 * minute;

/** What stands for nobody in particular. */
export const anyClinician = 'any';

interface Made extends HttpReply<'consultations.create'> {
  expectedAt: number;
  patientName: string;
}

/** Making one appointment in a clinic. */
export class AppointmentForm {
  readonly timeZone: string;
  readonly clinicians = signal<readonly Clinician[]>([]);
  readonly day = signal('');
  readonly time = signal('');
  readonly patientName = signal('');
  readonly patientPhone = signal('');
  readonly clinicianId = signal(anyClinician);
  readonly state = new FormState({
    expectedAt: () => t('clinics:make.whenWrong'),
    time: () => t('clinics:make.timeWrong'),
    patientName: () => t('clinics:make.nameWrong'),
    patientPhone: () => t('clinics:make.phoneWrong'),
    clinicianId: () => t('clinics:make.clinicianWrong'),
  });
  /** What was made, with links that nobody can show again. */
  readonly made = signal<Made | null>(null);
  readonly #clinicId: string;

  constructor(clinicId: string, timeZone: string) {
    this.#clinicId = clinicId;
    this.timeZone = timeZone;
    this.day.value = dayAt(Date.now(), timeZone);
  }

  /** Without the names nobody in particular can still be chosen. */
  async loadClinicians(): Promise<void> {
    this.clinicians.value = (await ask('clinicians.list', {})).clinicians;
  }

  submit(onMade: (day: string) => Promise<void>): Promise<void> {
    const [day, time] = [this.day.value, this.time.value];
    const expectedAt = momentOf(day, time, this.timeZone);
    const now = Date.now();
    const checks = {
      expectedAt: !Number.isNaN(Date.parse(day)) && (expectedAt === null || expectedAt <= now + furthest),
      // The minute that is running is not past yet.
      time: expectedAt !== null && expectedAt > now - minute,
    };
    return this.state.submit(checks, async () => {
      const [patientName, patientPhone] = [this.patientName.value, this.patientPhone.value];
      const made = await ask('consultations.create', {
        clinicId: this.#clinicId,
        expectedAt: expectedAt!,
        clinicianId: this.clinicianId.value === anyClinician ? null : this.clinicianId.value,
        ...(isGiven(patientName) && { patientName }),
        ...(isGiven(patientPhone) && { patientPhone }),
      });
      // First the list, so that nothing moves any more under who goes on from what was made.
      await onMade(day);
      this.made.value = { ...made, expectedAt: expectedAt!, patientName };
      for (const field of [this.time, this.patientName, this.patientPhone]) field.value = '';
    });
  }
}
