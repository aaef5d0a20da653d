import { t } from '../i18n/index.ts';
import { focusLink, useFocusOnShow } from './focus.ts';

interface Props {
  /** What is wrong; with `field`, the id of the control where it can be put right. */
  errors: readonly { text: string; field?: string | undefined }[];
}

/**
 * What keeps a form from being sent, above it. It takes the focus when it appears; give it a new `key` each time the
 * form is sent, so that the second time is noticed as well.
 */
export function ErrorSummary({ errors }: Props) {
  const ref = useFocusOnShow<HTMLDivElement>();
  return (
    <div class="nhsuk-error-summary" ref={ref} tabIndex={-1}>
      <div role="alert">
        <h2 class="nhsuk-error-summary__heading">{t('form.problem')}</h2>
        <div class="nhsuk-error-summary__body">
          <ul class="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ text, field }) => (
              <li key={text}>{field ? <a {...focusLink(field)}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
