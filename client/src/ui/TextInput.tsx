import type { Signal } from '@preact/signals';
import { describedBy, FormGroup } from './FormGroup.tsx';

// One literal per object: the elements' types tell inputs apart by their type, which a union of names would not match.
const types = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  password: { type: 'password' },
  url: { type: 'url' },
  date: { type: 'date' },
  time: { type: 'time' },
  number: { type: 'text', inputMode: 'numeric' },
} as const;

export interface TextInputProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** What is typed, kept by whoever owns the form. */
  value: Signal<string>;
  type?: keyof typeof types;
  /** Lets the browser fill it in, e.g. `name` or `current-password`. */
  autocomplete: string;
  maxLength?: number;
}

export const TextInput = (props: TextInputProps) => (
  <FormGroup {...props} label={<InputLabel id={props.id}>{props.label}</InputLabel>}>
    <Input {...props} />
  </FormGroup>
);

export const InputLabel = ({ id, children }: { id: string; children: string }) => (
  <label class="nhsuk-label" for={id}>
    {children}
  </label>
);

export const Input = ({ id, hint, error, value, type = 'text', autocomplete, maxLength }: TextInputProps) => (
  <input
    class={error ? 'nhsuk-input nhsuk-input--error' : 'nhsuk-input'}
    id={id}
    name={id}
    {...types[type]}
    value={value}
    onInput={(event) => (value.value = event.currentTarget.value)}
    autocomplete={autocomplete}
    autocapitalize={type === 'text' ? 'words' : 'none'}
    spellcheck={false}
    maxLength={maxLength}
    aria-describedby={describedBy({ id, hint, error })}
    aria-invalid={error ? true : undefined}
  />
);
