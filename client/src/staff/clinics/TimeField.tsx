import type { Signal } from '@preact/signals';

interface Props {
  id: string;
  label: string;
  /** What the time is of, for who does not see where it stands. */
  of: string;
  value: Signal<string>;
  invalid: boolean;
}

/** A time of a day, in the way of the device. */
export const TimeField = ({ id, label, of, value, invalid }: Props) => (
  <span class="fd-time">
    <label class="nhsuk-label" for={id}>
      {label}
      <span class="nhsuk-u-visually-hidden"> {of}</span>
    </label>
    <input
      class={invalid ? 'nhsuk-input nhsuk-input--error' : 'nhsuk-input'}
      id={id}
      type="time"
      value={value}
      onInput={(event) => (value.value = event.currentTarget.value)}
      aria-invalid={invalid ? true : undefined}
    />
  </span>
);
