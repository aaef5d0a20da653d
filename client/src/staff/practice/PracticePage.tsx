import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { About, Goodbye, Waiting } from './fields.tsx';
import { PracticeForm } from './practice-form.ts';

export function PracticePage() {
  const form = useMemo(() => new PracticeForm(), []);
  useEffect(() => void form.load(), []);
  const { values, state, saved } = form;
  return (
    <>
      <p>{t('staff:practice.intro')}</p>
      <Problem action={form.loading} />
      {values.value && (
        <Form state={state} onSubmit={() => void form.submit()}>
          {saved.value && <Notice kind="success">{t('staff:practice.saved')}</Notice>}
          <About values={values.value} state={state} />
          <Waiting values={values.value} state={state} />
          <Goodbye values={values.value} state={state} />
          <Button busy={state.busy.value}>{t('staff:practice.save')}</Button>
        </Form>
      )}
    </>
  );
}
