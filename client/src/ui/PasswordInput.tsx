import { useSignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { FormGroup } from './FormGroup.tsx';
import type { TextInputProps } from './TextInput.tsx';
import { Input, InputLabel } from './TextInput.tsx';

/** A password that can be looked at while it is typed: long ones are hard to type blind. */
export function PasswordInput(props: Omit<TextInputProps, 'type'>) {
  const shown = useSignal(false);
  return (
    <FormGroup {...props} label={<InputLabel id={props.id}>{props.label}</InputLabel>}>
      <div class="nhsuk-input-wrapper fd-password">
        <Input {...props} type={shown.value ? 'text' : 'password'} />
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-controls={props.id}
          aria-label={shown.value ? t('form.hidePassword') : t('form.showPassword')}
          onClick={() => (shown.value = !shown.value)}
        >
          {shown.value ? t('form.hide') : t('form.show')}
        </button>
      </div>
    </FormGroup>
  );
}
