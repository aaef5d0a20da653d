import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '@front-door/shared/i18n/en/common.ts';
import { errorText } from '../i18n/error-text.ts';
import { t } from '../i18n/index.ts';
import type { ConnectionState } from '../net/connection.ts';
import { Notice } from '../ui/Notice.tsx';

/** Why somebody is not in yet, and that the page goes on trying. */
export function ConnectingProblem({ state }: { state: ConnectionState }) {
  // Often refused before the page is drawn; a screen reader says only what comes into a status that stood before.
  const stood = useSignal(false);
  useEffect(() => void (stood.value = true), []);
  return (
    <div role="status">
      {stood.value && state.is === 'connecting' && state.problem !== null && (
        <Notice kind="warning">
          {lines(state.problem).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

/** What is over without anybody's doing asks nothing of the person. */
const lines = (code: Problem): string[] =>
  code === 'unavailable' || code === 'restarting'
    ? [t(`room:connection.${code}`), t('room:connection.byItself')]
    : [t('room:connection.slow'), errorText({ code })];
