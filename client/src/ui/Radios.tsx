import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { describedBy, FormGroup } from './FormGroup.tsx';

interface Props<T extends string | number> {
  /** The id of the first choice is this one, so that an error can lead to it. */
  id: string;
  legend: ComponentChildren;
  hint?: string;
  error?: string | undefined;
  options: readonly { value: T; label: string }[];
  /** What is chosen; null while nothing is. */
  value: Signal<T | null>;
}

/** One of a few, in words. */
export const Radios = <T extends string | number>({ id, legend, hint, error, options, value }: Props<T>) => (
  <fieldset class="nhsuk-fieldset" aria-describedby={describedBy({ id, hint, error })}>
    <FormGroup id={id} hint={hint} error={error} label={<legend class="nhsuk-fieldset__legend">{legend}</legend>}>
      <div class="nhsuk-radios">
        {options.map((option, place) => {
          const ownId = place === 0 ? id : `${id}-${option.value}`;
          return (
            <div class="nhsuk-radios__item" key={option.value}>
              <input
                class="nhsuk-radios__input"
                id={ownId}
                name={id}
                type="radio"
                value={option.value}
                checked={value.value === option.value}
                onChange={() => (value.value = option.value)}
              />
              <label class="nhsuk-label nhsuk-radios__label" for={ownId}>
                {option.label}
              </label>
            </div>
          );
        })}
      </div>
    </FormGroup>
  </fieldset>
);
