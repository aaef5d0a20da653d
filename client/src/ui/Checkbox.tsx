import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { describedBy, FormGroup } from './FormGroup.tsx';

interface BoxProps {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ComponentChildren;
  description?: string | undefined;
  invalid?: boolean;
}

const Box = ({ id, checked, onChange, label, description, invalid = false }: BoxProps) => (
  <div class="nhsuk-checkboxes__item">
    <input
      class="nhsuk-checkboxes__input"
      id={id}
      name={id}
      type="checkbox"
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      aria-describedby={description}
      aria-invalid={invalid ? true : undefined}
    />
    <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>
      {label}
    </label>
  </div>
);

interface CheckboxProps {
  id: string;
  label: ComponentChildren;
  error?: string | undefined;
  value: Signal<boolean>;
}

/** One statement to agree to. */
export const Checkbox = ({ id, label, error, value }: CheckboxProps) => (
  <FormGroup id={id} error={error} label={null}>
    <div class="nhsuk-checkboxes">
      <Box
        id={id}
        label={label}
        checked={value.value}
        onChange={(checked) => (value.value = checked)}
        description={describedBy({ id, error })}
        invalid={error !== undefined}
      />
    </div>
  </FormGroup>
);

interface CheckboxesProps<T extends string> {
  /** The id of the first box is this one, so that an error can lead to it. */
  id: string;
  legend: string;
  error?: string | undefined;
  options: readonly { value: T; label: string }[];
  value: Signal<readonly T[]>;
}

/** Several of a few. */
export const Checkboxes = <T extends string>({ id, legend, error, options, value }: CheckboxesProps<T>) => (
  <fieldset class="nhsuk-fieldset" aria-describedby={describedBy({ id, error })}>
    <FormGroup id={id} error={error} label={<legend class="nhsuk-fieldset__legend">{legend}</legend>}>
      <div class="nhsuk-checkboxes">
        {options.map((option, place) => (
          <Box
            key={option.value}
            id={place === 0 ? id : `${id}-${option.value}`}
            label={option.label}
            checked={value.value.includes(option.value)}
            onChange={(checked) => {
              const others = value.value.filter((chosen) => chosen !== option.value);
              value.value = checked ? [...others, option.value] : others;
            }}
          />
        ))}
      </div>
    </FormGroup>
  </fieldset>
);
