import { t } from '../../i18n/index.ts';
import { TextButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { desk } from './desk.ts';

/** What came of the last action, at the foot of the screen wherever in the list it was; screen readers hear it anyway. */
export function ResultBar() {
  const result = desk.result.value;
  if (result === null) return null;
  return (
    <div class="fd-result" data-testid="result" data-kind={result.kind}>
      <Notice kind={result.kind}>
        <p>{result.text()}</p>
        <TextButton onClick={() => (desk.result.value = null)}>{t('waiting:result.close')}</TextButton>
      </Notice>
    </div>
  );
}
