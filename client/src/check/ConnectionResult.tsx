import { summarise, type Measurements } from '@front-door/shared/domain/connection-check.ts';
import { t } from '../i18n/index.ts';
import type { CheckState } from './connection-check.ts';

interface Props {
  state: CheckState;
  /** What was found before this page was loaded. */
  before: Measurements | null;
}

/** How good the connection is, in words. */
export function ConnectionResult({ state, before }: Props) {
  const said = sayingOf(state, before);
  return (
    <section class="fd-check__part" data-testid="connection-result" data-state={said ?? 'idle'}>
      <h2 class="nhsuk-heading-s">{t('later:check.connection.title')}</h2>
      <p role="status">{said && t(`later:check.connection.${said}`)}</p>
    </section>
  );
}

function sayingOf(state: CheckState, before: Measurements | null) {
  if (state.is === 'done') return summarise(state.measured);
  if (state.is !== 'idle') return state.is;
  return before && summarise(before);
}
