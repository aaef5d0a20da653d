import { t } from '../../../i18n/index.ts';
import { TextButton } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { SendLink } from '../../invitations/SendLink.tsx';
import { timeAt } from '../zone.ts';
import type { Appointment } from './day-list.ts';
import { stateText } from './state-text.ts';

interface Props {
  appointments: readonly Appointment[];
  timeZone: string;
  onCancel: (appointment: Appointment) => void;
}

export const AppointmentTable = ({ appointments, timeZone, onCancel }: Props) => (
  <Table
    caption={t('clinics:appointments.list')}
    columns={columns(timeZone, onCancel)}
    rows={appointments}
    rowKey={({ id }) => id}
  />
);

const columns = (timeZone: string, onCancel: Props['onCancel']): Column<Appointment>[] => [
  {
    heading: t('clinics:appointments.time'),
    cell: ({ expectedAt }) => <strong>{timeAt(expectedAt, timeZone)}</strong>,
  },
  { heading: t('clinics:appointments.patient'), cell: ({ patientName }) => patientName },
  {
    heading: t('clinics:appointments.phone'),
    cell: ({ patientPhone }) => patientPhone && <span class="fd-phone">{patientPhone}</span>,
  },
  {
    heading: t('clinics:appointments.clinician'),
    cell: ({ clinicianName }) => clinicianName ?? t('clinics:appointments.anyClinician'),
  },
  { heading: t('clinics:appointments.state'), cell: (appointment) => stateText(appointment, timeZone) },
  {
    heading: t('clinics:appointments.action'),
    cell: (appointment) => {
      if (appointment.endedAt !== null) return null;
      const which = {
        time: timeAt(appointment.expectedAt, timeZone),
        patient: appointment.patientName ?? t('clinics:appointments.unnamed'),
      };
      return (
        <span class="fd-actions">
          <SendLink consultationId={appointment.id} label={t('clinics:appointments.sendOf', which)} />
          <TextButton onClick={() => onCancel(appointment)} label={t('clinics:appointments.cancelOf', which)}>
            {t('clinics:appointments.cancel')}
          </TextButton>
        </span>
      );
    },
  },
];
