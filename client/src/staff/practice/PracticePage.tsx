import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { PracticeForm } from './practice-form.ts';

export function PracticePage() {
  const form = useMemo(() => new PracticeForm(), []);
  useEffect(() => void form.load(), []);
  return (
    <>
      <p>{t('staff:practice.intro')}</p>
      <Problem action={form.loading} />
      {form.loaded.value && <Fields form={form} />}
    </>
  );
}

const Fields = ({ form }: { form: PracticeForm }) => (
  <Form state={form.state} onSubmit={() => void form.submit()}>
    {form.saved.value && <Notice kind="success">{t('staff:practice.saved')}</Notice>}
    <TextInput
      id="name"
      label={t('staff:practice.name')}
      error={form.state.errorOf('name')}
      value={form.name}
      autocomplete="organization"
      maxLength={100}
    />
    <TextInput
      id="phone"
      label={t('staff:practice.phone')}
      hint={t('staff:practice.phoneHint')}
      error={form.state.errorOf('phone')}
      value={form.phone}
      autocomplete="off"
      maxLength={30}
    />
    <TextArea
      id="agreement"
      label={t('staff:practice.agreement')}
      error={form.state.errorOf('agreement')}
      value={form.agreement}
      maxLength={4000}
    />
    <Button busy={form.state.busy.value}>{t('staff:practice.save')}</Button>
  </Form>
);
