import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { rolesText } from '../roles-text.ts';
import { AccountForm } from './account-form.ts';
import type { LookedUp } from './staff-link.ts';

/** The form by which somebody makes their account. */
export function AccountFields({ secret, link }: { secret: string; link: LookedUp }) {
  const form = useMemo(() => new AccountForm(secret, link.email), []);
  return (
    <Form state={form.state} onSubmit={() => void form.submit()}>
      <p>{t('staff:link.intro', { practice: link.practiceName, roles: rolesText(link.roles) })}</p>
      <TextInput
        id="name"
        label={t('staff:link.name')}
        hint={t('staff:link.nameHint')}
        autocomplete="name"
        maxLength={80}
        value={form.name}
        error={form.state.errorOf('name')}
      />
      <TextInput
        id="email"
        type="email"
        label={t('staff:link.email')}
        hint={t('staff:link.emailHint')}
        autocomplete="username"
        value={form.email}
        error={form.state.errorOf('email')}
      />
      <PasswordInput
        id="password"
        label={t('staff:link.password')}
        hint={t('staff:link.passwordHint')}
        autocomplete="new-password"
        maxLength={200}
        value={form.password}
        error={form.state.errorOf('password')}
      />
      <Button busy={form.state.busy.value}>{t('staff:link.submit')}</Button>
    </Form>
  );
}
