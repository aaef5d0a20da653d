import { t } from '../../../i18n/index.ts';
import { timeAt } from '../zone.ts';
import type { Appointment } from './day-list.ts';

/** What has become of an appointment, with times by the clocks of the practice. */
export function stateText(appointment: Appointment, timeZone: string): string {
  const { endedAt, callStartedAt, noShowAt, arrivedAt } = appointment;
  if (endedAt !== null)
    return callStartedAt === null ? t('clinics:appointments.calledOff') : t('clinics:appointments.seen');
  if (noShowAt !== null) return t('clinics:appointments.noShow');
  if (callStartedAt !== null) return t('clinics:appointments.inCall', { at: timeAt(callStartedAt, timeZone) });
  if (arrivedAt !== null) return t('clinics:appointments.arrived', { at: timeAt(arrivedAt, timeZone) });
  return t('clinics:appointments.expected');
}
