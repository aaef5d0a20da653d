import { useSignal } from '@preact/signals';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { InputLabel } from '../../../ui/TextInput.tsx';
import { timeAt } from '../zone.ts';
import { AppointmentTable } from './AppointmentTable.tsx';
import type { Appointment, DayList } from './day-list.ts';

/** A clinic's appointments, day by day. */
export function DayPart({ list }: { list: DayList }) {
  const toCancel = useSignal<Appointment | null>(null);
  const appointments = list.appointments.value;
  return (
    <section>
      <div class="fd-day-choice">
        <div>
          <InputLabel id="day">{t('clinics:appointments.day')}</InputLabel>
          <input
            class="nhsuk-input"
            id="day"
            type="date"
            value={list.day.value}
            onChange={(event) => void list.show(event.currentTarget.value)}
          />
        </div>
        <Button kind="secondary" small onClick={() => void list.move(-1)}>
          {t('clinics:appointments.previous')}
        </Button>
        <Button kind="secondary" small onClick={() => void list.move(1)}>
          {t('clinics:appointments.next')}
        </Button>
        {!list.isToday.value && (
          <Button kind="secondary" small onClick={() => void list.show(list.today)}>
            {t('clinics:appointments.today')}
          </Button>
        )}
      </div>
      <Problem action={list.action} />
      {/* Told when it changes, to who cannot see that the list did. */}
      <p role="status" class={appointments?.length === 0 ? undefined : 'nhsuk-u-visually-hidden'}>
        {appointments &&
          (appointments.length === 0
            ? t('clinics:appointments.none')
            : t('clinics:appointments.count', { count: appointments.length }))}
      </p>
      {appointments && appointments.length > 0 && (
        <AppointmentTable
          appointments={appointments}
          timeZone={list.timeZone}
          onCancel={(chosen) => (toCancel.value = chosen)}
        />
      )}
      {toCancel.value && (
        <CancelDialog appointment={toCancel.value} list={list} onDone={() => (toCancel.value = null)} />
      )}
    </section>
  );
}

interface DialogProps {
  appointment: Appointment;
  list: DayList;
  onDone: () => void;
}

const CancelDialog = ({ appointment, list, onDone }: DialogProps) => (
  <ConfirmDialog
    heading={t('clinics:appointments.cancelQuestion', { time: timeAt(appointment.expectedAt, list.timeZone) })}
    confirm={t('clinics:appointments.cancelConfirm')}
    warning
    busy={list.action.busy.value}
    onConfirm={() => void list.cancel(appointment).then(onDone)}
    onCancel={onDone}
  >
    {appointment.patientName && <p class="nhsuk-u-font-weight-bold">{appointment.patientName}</p>}
    <p>{t('clinics:appointments.cancelText')}</p>
  </ConfirmDialog>
);
