import { t } from '../i18n/index.ts';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button } from '../ui/Button.tsx';
import type { Sitting } from './sitting.ts';

/** On the way into a consultation. Usually gone before it is read. */
export const Calling = ({ sitting, name }: { sitting: Sitting; name: string | null }) => (
  <div class="fd-between" data-testid="calling">
    <ScreenHeading small level="h2">
      {name === null ? t('clinician:sitting.comingBack') : t('clinician:sitting.calling', { name })}
    </ScreenHeading>
    <DeviceProblems own={sitting.own} />
    <Button kind="secondary" small onClick={sitting.stop} testId="stop-calling">
      {t('clinician:sitting.stop')}
    </Button>
  </div>
);
