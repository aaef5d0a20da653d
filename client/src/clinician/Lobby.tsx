import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { Controls } from '../room/Controls.tsx';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { SelfView } from '../room/SelfView.tsx';
import type { Visit } from '../room/visit.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { Messages } from './Messages.tsx';
import { Queue } from './Queue.tsx';
import { titleOf } from './title.ts';

interface Props {
  visit: Visit;
  view: RoomView;
  desk: Desk;
}

/** Before anybody is let in: who waits, and how one looks oneself. */
export const Lobby = ({ visit, view, desk }: Props) => (
  <div class="nhsuk-width-container fd-lobby" data-testid="lobby-screen">
    <ScreenHeading>{titleOf(view)}</ScreenHeading>
    <ConnectionNotice visit={visit} />
    <div class="fd-lobby__parts">
      <div class="fd-lobby__queue">
        <Queue
          view={view}
          onAdmit={(person) => desk.ask({ about: 'admit', person })}
          onRemove={(person) => desk.ask({ about: 'remove', person })}
        />
        <Messages view={view} />
        <Button kind="secondary" onClick={() => desk.ask({ about: 'end' })} testId="end-call">
          {t('clinician:end.lobby')}
        </Button>
      </div>
      <section class="fd-lobby__self" aria-labelledby="devices-title">
        <h2 class="nhsuk-heading-m" id="devices-title">
          {t('clinician:devices.title')}
        </h2>
        <DeviceProblems own={visit.own} />
        <SelfView own={visit.own} />
        <Controls own={visit.own} />
        <p class="nhsuk-body-s">{t('clinician:devices.private')}</p>
      </section>
    </div>
  </div>
);
