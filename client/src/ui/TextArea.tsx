import type { Signal } from '@preact/signals';
import { describedBy, FormGroup } from './FormGroup.tsx';
import { InputLabel } from './TextInput.tsx';

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** What is typed, kept by whoever owns the form. */
  value: Signal<string>;
  maxLength: number;
  rows?: number;
}

/** Text of several lines. */
export const TextArea = ({ id, label, hint, error, value, maxLength, rows = 8 }: Props) => (
  <FormGroup id={id} hint={hint} error={error} label={<InputLabel id={id}>{label}</InputLabel>}>
    <textarea
      class={error ? 'nhsuk-textarea nhsuk-textarea--error' : 'nhsuk-textarea'}
      id={id}
      name={id}
      rows={rows}
      value={value}
      onInput={(event) => (value.value = event.currentTarget.value)}
      maxLength={maxLength}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error ? true : undefined}
    />
  </FormGroup>
);
