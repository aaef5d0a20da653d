import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { TextButton } from '../../ui/Button.tsx';
import { SendLink } from '../invitations/SendLink.tsx';
import { Links } from '../links/Links.tsx';
import { actionLabel, actionText } from './action-text.ts';
import type { ActionName } from './actions.ts';
import { desk } from './desk.ts';

interface Props {
  room: WatchedRoom;
  actions: readonly ActionName[];
  name: string;
}

/** What is wanted less often, below its row. */
export function RowMenu({ room, actions, name }: Props) {
  const isOpen = useSignal(false);
  const id = useId();
  if (actions.length === 0) return null;
  return (
    <div class="fd-menu">
      <button
        type="button"
        class="fd-menu__button"
        aria-expanded={isOpen.value}
        aria-controls={id}
        aria-label={t('waiting:row.moreOf', { name })}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        {t('waiting:row.more')}
      </button>
      <div id={id} hidden={!isOpen.value} class="fd-menu__panel">
        {isOpen.value && (
          <>
            <ul class="fd-menu__list">
              {actions.map((action) => (
                <li key={action}>
                  <TextButton onClick={() => desk.begin(action, room)} label={actionLabel(action, room)}>
                    {actionText(action)}
                  </TextButton>
                </li>
              ))}
            </ul>
            {room.endedAt === null && (
              <>
                <SendLink consultationId={room.consultationId} label={t('waiting:row.sendTo', { name })} />
                <Links consultationId={room.consultationId} />
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}
