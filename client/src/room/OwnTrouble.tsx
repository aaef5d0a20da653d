import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OwnMedia } from '../call/own-media.ts';
import { t } from '../i18n/index.ts';
import { announce, announceNow } from '../ui/live-status.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { carryOn, carryOnWhenShown } from './carry-on.ts';
import { DeviceProblems } from './DeviceProblems.tsx';

/** What is wrong with the person's own devices in a call; what the system took away is back with one tap. */
export function OwnTrouble({ own }: { own: OwnMedia }) {
  const failed = useSignal(false);
  const taken = takenOf(own);
  const before = useRef(taken);
  useEffect(() => carryOnWhenShown(own), [own]);
  useEffect(() => {
    if (taken !== null) announceNow(t(`call:own.${taken}`));
    else if (before.current !== null) announce(t('call:own.over'));
    before.current = taken;
    failed.value = false;
  }, [taken]);
  if (taken === null) return <DeviceProblems own={own} />;
  const tap = async () => {
    await carryOn(own);
    failed.value = takenOf(own) !== null;
    if (failed.value) announceNow(t('call:own.still'));
  };
  return (
    <div data-testid="interrupted">
      <Notice kind="warning">
        <p>{t(`call:own.${taken}`)}</p>
        {failed.value && <p>{t('call:own.still')}</p>}
        <Button onClick={() => void tap()} testId="carry-on">
          {t('call:own.carryOn')}
        </Button>
      </Notice>
    </div>
  );
}

function takenOf({ microphone, camera }: OwnMedia): 'both' | 'microphone' | 'camera' | null {
  if (microphone.isTaken) return camera.isTaken ? 'both' : 'microphone';
  return camera.isTaken ? 'camera' : null;
}
