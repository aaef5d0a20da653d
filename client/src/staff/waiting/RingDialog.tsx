import { useMemo } from 'preact/hooks';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFocusOnShow } from '../../ui/focus.ts';
import { PhoneLink } from '../../ui/PhoneLink.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { canBeTold, canFinish } from './actions.ts';
import { desk } from './desk.ts';
import { finish } from './finish.ts';
import { refusalText } from './refusal-text.ts';
import { notReached, tellRinging } from './ringing.ts';
import { leadOf } from './status.ts';
import { calledBy, numbersOf } from './who.ts';

/** The telephone instead of the video: the number, one tap away; who is here is told; and what came of it. */
export function RingDialog({ room }: { room: WatchedRoom }) {
  const action = useMemo(() => new Action(refusalText), []);
  const busy = action.busy.value;
  const person = leadOf(room);
  const isTold = person?.ringingSince != null;
  const tell = canBeTold(person) && !isTold ? () => void action.run(() => tellRinging(room, person)) : undefined;
  return (
    <Dialog heading={t('waiting:ring.title', { name: calledBy(room) })} onClose={() => desk.close()}>
      <Problem action={action} />
      <Numbers room={room} onTap={tell} />
      {tell && <p>{t('waiting:ring.tellsToo')}</p>}
      {isTold && <Told />}
      {person && !canBeTold(person) && <p>{t('waiting:ring.away')}</p>}
      <div class="fd-actions">
        {tell && (
          <Button busy={busy} onClick={tell}>
            {t('waiting:ring.tell')}
          </Button>
        )}
        {/* Where the button was that told them: a second tap by mistake loses nothing. */}
        {isTold && (
          <Button kind="secondary" busy={busy} onClick={() => void action.run(() => notReached(room, person))}>
            {t('waiting:ring.notReached')}
          </Button>
        )}
        {!tell && canFinish(room) && (
          <Button busy={busy} onClick={() => void action.run(() => finish(room))}>
            {t('waiting:ring.done')}
          </Button>
        )}
        <Button kind="secondary" onClick={() => desk.close()}>
          {t('waiting:ring.close')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Tapping a number dials it, and tells the person in the same moment. */
const Numbers = ({ room, onTap }: { room: WatchedRoom; onTap: (() => void) | undefined }) => {
  const numbers = numbersOf(room);
  if (numbers.length === 0) return <p>{t('waiting:ring.unknown')}</p>;
  return numbers.map(({ phone, isAskedFor }) => (
    <div key={phone} class="fd-number">
      <p>{isAskedFor ? t('waiting:ring.asked') : t('waiting:ring.known')}</p>
      <PhoneLink phone={phone} onTap={onTap} />
    </div>
  ));
};

/** Instead of the button that told them, which had the focus. */
function Told() {
  const text = useFocusOnShow<HTMLParagraphElement>();
  return <p ref={text}>{t('waiting:ring.told')}</p>;
}
