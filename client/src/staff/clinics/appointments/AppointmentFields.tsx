import { useEffect } from 'preact/hooks';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { anyClinician, type AppointmentForm } from './appointment-form.ts';

interface Props {
  form: AppointmentForm;
  onMade: (day: string) => Promise<void>;
}

export function AppointmentFields({ form, onMade }: Props) {
  useEffect(() => void form.loadClinicians(), [form]);
  const { state } = form;
  const clinicians = form.clinicians.value.map(({ id, name }) => ({ value: id, label: name }));
  const nobody = { value: anyClinician, label: t('clinics:appointments.anyClinician') };
  return (
    <Form state={state} onSubmit={() => void form.submit(onMade)}>
      <TextInput
        id="expectedAt"
        type="date"
        label={t('clinics:make.date')}
        autocomplete="off"
        value={form.day}
        error={state.errorOf('expectedAt')}
      />
      <TextInput
        id="time"
        type="time"
        label={t('clinics:make.time')}
        autocomplete="off"
        value={form.time}
        error={state.errorOf('time')}
      />
      <TextInput
        id="patientName"
        label={t('clinics:make.name')}
        autocomplete="off"
        maxLength={80}
        value={form.patientName}
        error={state.errorOf('patientName')}
      />
      <TextInput
        id="patientPhone"
        type="tel"
        label={t('clinics:make.phone')}
        autocomplete="off"
        maxLength={30}
        value={form.patientPhone}
        error={state.errorOf('patientPhone')}
      />
      <Select
        id="clinicianId"
        label={t('clinics:make.clinician')}
        options={[nobody, ...clinicians]}
        value={form.clinicianId}
        error={state.errorOf('clinicianId')}
      />
      <Button busy={state.busy.value}>{t('clinics:make.submit')}</Button>
    </Form>
  );
}
