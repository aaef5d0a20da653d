import type { ComponentChildren } from 'preact';
import { t } from '../i18n/index.ts';

interface Props {
  /** The id of the control; hint and error get ids made from it. */
  id: string;
  hint?: string | undefined;
  error?: string | undefined;
  label: ComponentChildren;
  children: ComponentChildren;
}

/** The ids by which a control is described, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: Pick<Props, 'id' | 'hint' | 'error'>): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** A control with what belongs to it, in the order in which it is read: label, hint, error, control. */
export const FormGroup = ({ id, hint, error, label, children }: Props) => (
  <div class={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
    {label}
    {hint && (
      <div class="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {error && (
      <span class="nhsuk-error-message" id={`${id}-error`}>
        <span class="nhsuk-u-visually-hidden">{t('form.error')} </span>
        {error}
      </span>
    )}
    {children}
  </div>
);
