import { t } from '../i18n/index.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button, TextButton } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Called } from './called.ts';
import type { Sitting } from './sitting.ts';
import { isGood, toldText, type Told } from './told.ts';

interface Props {
  sitting: Sitting;
  next: Called | null;
  targetOf: (consultationId: string) => string | null;
  onCallIn: (called: Called) => void;
}

/** Between two patients: what became of the last one, and who is next. Nothing before the first. */
export function BetweenPatients({ sitting, next, targetOf, onCallIn }: Props) {
  const told = sitting.told.value;
  const { own } = sitting;
  const areOn = [own.microphone, own.camera].some(
    ({ state }) => state.value.is === 'on' || state.value.is === 'opening',
  );
  if (told === null && !areOn) return null;
  return (
    <div class="fd-between" data-testid="between">
      {told !== null && <LastOne key={told.consultationId} told={told} target={targetOf(told.consultationId)} />}
      {next === null ? (
        <p>{t('clinician:sitting.noNext')}</p>
      ) : (
        <>
          <p data-testid="next">{t('clinician:sitting.next', { name: next.name })}</p>
          <Button onClick={() => onCallIn(next)} testId="call-in-next">
            {t('clinician:sitting.callIn', { name: next.name })}
          </Button>
        </>
      )}
      {areOn && (
        <p class="fd-between__devices">
          {t('clinician:sitting.ready')}{' '}
          <TextButton onClick={() => own.close()} testId="devices-off">
            {t('clinician:sitting.off')}
          </TextButton>
        </p>
      )}
    </div>
  );
}

const LastOne = ({ told, target }: { told: Told; target: string | null }) => (
  <Notice kind={isGood(told) ? 'success' : 'warning'}>
    <div data-testid="told" data-what={told.what}>
      <ScreenHeading small level="h2">
        {toldText(told, target)}
      </ScreenHeading>
    </div>
  </Notice>
);
