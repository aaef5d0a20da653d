import type { Signal } from '@preact/signals';
import { describedBy, FormGroup } from './FormGroup.tsx';
import { InputLabel } from './TextInput.tsx';

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  options: readonly string[];
  value: Signal<string>;
}

/** One of many. */
export const Select = ({ id, label, hint, error, options, value }: Props) => (
  <FormGroup id={id} hint={hint} error={error} label={<InputLabel id={id}>{label}</InputLabel>}>
    <select
      class={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
      id={id}
      name={id}
      value={value}
      onChange={(event) => (value.value = event.currentTarget.value)}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error ? true : undefined}
    >
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  </FormGroup>
);
