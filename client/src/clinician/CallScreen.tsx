import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { ControlButton } from '../room/ControlButton.tsx';
import { Controls } from '../room/Controls.tsx';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { LeaveIcon } from '../room/icons.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { SoundNotice } from '../room/SoundNotice.tsx';
import { Stage } from '../room/Stage.tsx';
import type { Visit } from '../room/visit.ts';
import { Duration } from '../ui/Duration.tsx';
import type { Desk } from './desk.ts';
import { Knock } from './Knock.tsx';
import { People } from './People.tsx';
import { Queue } from './Queue.tsx';
import { titleOf } from './title.ts';

interface Props {
  visit: Visit;
  view: RoomView;
  desk: Desk;
}

/** The call, with who is in it and who waits beside it. */
export const CallScreen = ({ visit, view, desk }: Props) => (
  <div class="fd-desk" data-testid="call-screen">
    <div class="fd-call fd-desk__call">
      <div class="fd-call__top">
        <ScreenHeading small>{titleOf(view)}</ScreenHeading>
        {view.callStartedAt !== null && (
          <p class="fd-call__facts" data-testid="call-duration">
            <Duration since={view.callStartedAt} as="clock" />
          </p>
        )}
        <ConnectionNotice visit={visit} />
        <SoundNotice />
        <Knock view={view} onAdmit={(person) => desk.ask({ about: 'admit', person })} />
        <DeviceProblems own={visit.own} />
      </div>
      <Stage visit={visit} />
      <Controls own={visit.own}>
        <ControlButton
          icon={<LeaveIcon />}
          label={t('clinician:end.button')}
          testId="end-call"
          ending
          onClick={() => desk.ask({ about: 'end' })}
        />
      </Controls>
    </div>
    <div class="fd-desk__side">
      <People view={view} onRemove={(person) => desk.ask({ about: 'remove', person })} />
      <Queue
        view={view}
        onAdmit={(person) => desk.ask({ about: 'admit', person })}
        onRemove={(person) => desk.ask({ about: 'remove', person })}
      />
    </div>
  </div>
);
