import { useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PasswordInput } from '../ui/PasswordInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { Heading } from './Heading.tsx';
import { SignInForm } from './sign-in-form.ts';

/** @param because why the person is here, if they were signed in before */
export function SignInPage({ because }: { because: 'expired' | 'choice' | null }) {
  const form = useMemo(() => new SignInForm(), []);
  return (
    <Page title={t('staff:signIn.title')} staff>
      {because && (
        <Notice kind={because === 'expired' ? 'warning' : 'information'} live>
          {because === 'expired' ? t('staff:signIn.expired') : t('staff:signIn.signedOut')}
        </Notice>
      )}
      <Heading>{t('staff:signIn.title')}</Heading>
      <Form state={form.state} onSubmit={() => void form.submit()}>
        <TextInput
          id="email"
          type="email"
          label={t('staff:signIn.email')}
          autocomplete="username"
          value={form.email}
          error={form.state.errorOf('email')}
        />
        <PasswordInput
          id="password"
          label={t('staff:signIn.password')}
          autocomplete="current-password"
          value={form.password}
          error={form.state.errorOf('password')}
        />
        <Checkbox id="endOthers" label={t('staff:signIn.endOthers')} value={form.endOthers} />
        <Button busy={form.state.busy.value}>{t('staff:signIn.submit')}</Button>
      </Form>
      <p>{t('staff:signIn.noAccount')}</p>
    </Page>
  );
}
