import type { InvitationChannel } from '@front-door/shared/domain/invitations.ts';
import { languageCodes, languages } from '@front-door/shared/i18n/languages.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Radios } from '../../ui/Radios.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { PatientInvitations } from './patient-invitations.ts';

const names = languageCodes.map((code) => languages[code].name);

interface Props {
  store: PatientInvitations;
  /** By what can be sent. */
  channels: readonly InvitationChannel[];
}

export const SendForm = ({ store, channels }: Props) => (
  <Form state={store.state} onSubmit={() => void store.submit()}>
    {channels.length > 1 && (
      <Radios
        id="channel"
        legend={t('staff:invite.channel')}
        error={store.state.errorOf('channel')}
        options={channels.map((value) => ({ value, label: t(`staff:invite.${value}`) }))}
        value={store.channel}
      />
    )}
    {store.channel.value === 'email' ? (
      <TextInput
        key="email"
        id="to"
        type="email"
        label={t('staff:invite.address')}
        autocomplete="off"
        value={store.address}
        error={store.state.errorOf('to')}
      />
    ) : (
      <TextInput
        key="sms"
        id="to"
        type="tel"
        label={t('staff:invite.number')}
        hint={t('staff:invite.numberHint')}
        autocomplete="off"
        value={store.number}
        error={store.state.errorOf('to')}
      />
    )}
    <Select
      id="language"
      label={t('staff:invite.language')}
      error={store.state.errorOf('language')}
      options={names}
      value={store.language}
    />
    <Button busy={store.state.busy.value}>{t('staff:invite.submit')}</Button>
  </Form>
);
