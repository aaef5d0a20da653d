import type { DeviceProblem } from '../call/device-problem.ts';
import { t } from '../i18n/index.ts';
import { browserOf, isPhone } from './helped-by.ts';

/** What to do, in this browser, about devices that do not work; that it also goes without is said every time. */
export function DeviceHelp({ problem }: { problem: DeviceProblem | 'silent' }) {
  const { userAgent, maxTouchPoints } = navigator;
  const touch = maxTouchPoints > 1;
  const kind = isPhone(userAgent, touch) ? 'phone' : 'computer';
  const steps = problem === 'interrupted' ? 'in_use' : problem;
  return (
    <>
      {steps === 'refused' && <p>{t(`later:check.help.refused.${browserOf(userAgent, touch)}`)}</p>}
      {(steps === 'not_found' || steps === 'in_use' || steps === 'silent') && (
        <p>{t(`later:check.help.${steps}.${kind}`)}</p>
      )}
      <p>{t('later:check.help.without')}</p>
    </>
  );
}
