import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { ApiKeys } from './api-keys.ts';

export function ApiKeyForm({ keys }: { keys: ApiKeys }) {
  const made = keys.made.value;
  return (
    <>
      <Form state={keys.form} onSubmit={() => void keys.create()}>
        <TextInput
          id="name"
          label={t('staff:apiKeys.name')}
          hint={t('staff:apiKeys.nameHint')}
          autocomplete="off"
          maxLength={80}
          value={keys.name}
          error={keys.form.errorOf('name')}
        />
        <Button busy={keys.form.busy.value}>{t('staff:apiKeys.create')}</Button>
      </Form>
      {made && (
        <Notice key={made.id} kind="success">
          <p>{t('staff:apiKeys.ready')}</p>
          <CopyField
            label={t('staff:apiKeys.key', { name: made.name })}
            text={made.key}
            copy={t('staff:apiKeys.copy')}
            kind="primary"
          />
        </Notice>
      )}
    </>
  );
}
