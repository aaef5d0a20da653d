import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkboxes } from '../../ui/Checkbox.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { Invitation } from './invitation.ts';

export function InvitationForm() {
  const invitation = useMemo(() => new Invitation(), []);
  const made = invitation.made.value;
  return (
    <section>
      <h2 class="nhsuk-heading-m">{t('staff:people.invite')}</h2>
      <Form state={invitation.state} onSubmit={() => void invitation.submit()}>
        <Checkboxes
          id="roles"
          legend={t('staff:people.inviteRoles')}
          error={invitation.state.errorOf('roles')}
          options={[
            { value: 'clinician', label: t('staff:people.clinicianRole') },
            { value: 'receptionist', label: t('staff:people.receptionistRole') },
            { value: 'admin', label: t('staff:people.adminRole') },
          ]}
          value={invitation.roles}
        />
        <TextInput
          id="email"
          type="email"
          label={t('staff:people.inviteEmail')}
          hint={t('staff:people.inviteEmailHint')}
          autocomplete="off"
          value={invitation.email}
          error={invitation.state.errorOf('email')}
        />
        <Button busy={invitation.state.busy.value}>{t('staff:people.inviteSubmit')}</Button>
      </Form>
      {made && (
        <Notice key={made.id} kind="success">
          <p>{t('staff:people.inviteReady', { until: timeText(made.validUntil) })}</p>
          <CopyField
            label={t('staff:people.inviteLink')}
            text={made.url}
            copy={t('staff:people.copyInvite')}
            kind="primary"
          />
        </Notice>
      )}
    </section>
  );
}
