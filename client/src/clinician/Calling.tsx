import { t } from '../i18n/index.ts';
import type { VisitConnection } from '../net/connection.ts';
import { ConnectingProblem } from '../room/ConnectingProblem.tsx';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button } from '../ui/Button.tsx';
import type { Sitting } from './sitting.ts';

interface Props {
  sitting: Sitting;
  name: string | null;
  connection: VisitConnection | null;
}

/** On the way into a consultation. Usually gone before it is read. */
export const Calling = ({ sitting, name, connection }: Props) => (
  <div class="fd-between" data-testid="calling">
    <ScreenHeading small level="h2">
      {name === null ? t('clinician:sitting.comingBack') : t('clinician:sitting.calling', { name })}
    </ScreenHeading>
    {connection && <ConnectingProblem state={connection.state.value} />}
    <DeviceProblems own={sitting.own} />
    <Button kind="secondary" small onClick={sitting.stop} testId="stop-calling">
      {t('clinician:sitting.stop')}
    </Button>
  </div>
);
