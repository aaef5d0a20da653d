import { useMemo } from 'preact/hooks';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { desk } from './desk.ts';
import { finish } from './finish.ts';
import { refusalText } from './refusal-text.ts';
import { calledBy } from './who.ts';

/** Asks before a visit is ended without a call. */
export function FinishDialog({ room }: { room: WatchedRoom }) {
  const action = useMemo(() => new Action(refusalText), []);
  return (
    <ConfirmDialog
      heading={t('waiting:finish.title', { name: calledBy(room) })}
      confirm={t('waiting:finish.confirm')}
      warning
      busy={action.busy.value}
      onConfirm={() => void action.run(() => finish(room))}
      onCancel={() => desk.close()}
    >
      <Problem action={action} />
      <p>{t('waiting:finish.text')}</p>
    </ConfirmDialog>
  );
}
