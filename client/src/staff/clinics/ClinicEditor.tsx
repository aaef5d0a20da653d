import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnShow } from '../../ui/focus.ts';
import { Form } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ClinicForm } from './clinic-form.ts';
import type { Clinic } from './clinics.ts';
import { HoursFields } from './HoursFields.tsx';

interface Props {
  /** The one to change; null makes another. */
  clinic: Clinic | null;
  onSaved: (id: string) => Promise<void>;
  onCancel: () => void;
}

export function ClinicEditor({ clinic, onSaved, onCancel }: Props) {
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const form = useMemo(() => new ClinicForm(clinic), [clinic]);
  return (
    <section class="fd-card">
      <h2 class="nhsuk-heading-m" ref={heading}>
        {clinic ? t('clinics:form.change', { clinic: clinic.name }) : t('clinics:form.make')}
      </h2>
      <Form state={form.state} onSubmit={() => void form.submit(onSaved)}>
        <TextInput
          id="name"
          label={t('clinics:form.name')}
          hint={t('clinics:form.nameHint')}
          error={form.state.errorOf('name')}
          value={form.name}
          autocomplete="off"
          maxLength={80}
        />
        <TextArea
          id="welcome"
          label={t('clinics:form.welcome')}
          hint={t('clinics:form.welcomeHint')}
          error={form.state.errorOf('welcome')}
          value={form.welcome}
          maxLength={1000}
          rows={4}
        />
        <HoursFields form={form.hours} error={form.state.errorOf('hours')} />
        <div class="fd-actions">
          <Button busy={form.state.busy.value}>{t('clinics:form.save')}</Button>
          <Button kind="secondary" onClick={onCancel}>
            {t('clinics:form.cancel')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
