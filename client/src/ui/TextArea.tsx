import type { Signal } from '@preact/signals';
import { describedBy, FormGroup } from './FormGroup.tsx';
import { InputLabel } from './TextInput.tsx';

interface Props {
  id: string;
  label: string;
  error?: string | undefined;
  /** What is typed, kept by whoever owns the form. */
  value: Signal<string>;
  maxLength: number;
}

/** Text of several lines. */
export const TextArea = ({ id, label, error, value, maxLength }: Props) => (
  <FormGroup id={id} error={error} label={<InputLabel id={id}>{label}</InputLabel>}>
    <textarea
      class={error ? 'nhsuk-textarea nhsuk-textarea--error' : 'nhsuk-textarea'}
      id={id}
      name={id}
      rows={8}
      value={value}
      onInput={(event) => (value.value = event.currentTarget.value)}
      maxLength={maxLength}
      aria-describedby={describedBy({ id, error })}
      aria-invalid={error ? true : undefined}
    />
  </FormGroup>
);
