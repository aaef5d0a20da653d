import { t } from '../../../i18n/index.ts';
import { useFocusOnShow } from '../../../ui/focus.ts';
import type { LineProblem } from './upload-form.ts';

/** What keeps a list from being taken, line by line; takes the focus when it appears. */
export function LineProblems({ problems }: { problems: readonly LineProblem[] }) {
  const ref = useFocusOnShow<HTMLDivElement>();
  const firsts = problems.filter(({ line }, index) => problems.findIndex((one) => one.line === line) === index);
  return (
    <div class="nhsuk-error-summary" ref={ref} tabIndex={-1} role="alert">
      <h3 class="nhsuk-error-summary__heading">{t('clinics:upload.nothingMade')}</h3>
      <ul class="nhsuk-list fd-line-problems">
        {firsts.map(({ line, text }) => (
          <li key={line}>
            <strong>{t('clinics:upload.line', { line: String(line) })}</strong>
            {text.trim() !== '' && <code class="fd-line-problems__line">{text}</code>}
            {problems
              .filter((problem) => problem.line === line)
              .map(({ what }) => (
                <span key={what} class="fd-line-problems__what">
                  {t(`clinics:problem.${what}`)}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
