import type { Signal } from '@preact/signals';
import { describedBy, FormGroup } from './FormGroup.tsx';
import { InputLabel } from './TextInput.tsx';

/** A text that stands for itself, or a value with its label. */
type Option = string | { value: string; label: string };

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  options: readonly Option[];
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
      {options.map(withLabel).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </FormGroup>
);

const withLabel = (option: Option) => (typeof option === 'string' ? { value: option, label: option } : option);
