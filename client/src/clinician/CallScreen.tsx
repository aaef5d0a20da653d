import type { RoomView } from '@front-door/shared/protocol/views.ts';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { ControlButton } from '../room/ControlButton.tsx';
import { Controls } from '../room/Controls.tsx';
import { LeaveIcon } from '../room/icons.tsx';
import { listOf, nameOf } from '../room/names.ts';
import { SaveDataButton } from '../room/SaveDataButton.tsx';
import { OwnTrouble } from '../room/OwnTrouble.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { SoundNotice } from '../room/SoundNotice.tsx';
import { Stage } from '../room/Stage.tsx';
import type { Visit } from '../room/visit.ts';
import { announceWeak } from '../room/weak-announcements.ts';
import { WeakNotice } from '../room/WeakNotice.tsx';
import { Duration } from '../ui/Duration.tsx';
import type { Desk } from './desk.ts';
import { HoldStage } from './HoldStage.tsx';
import { Knock } from './Knock.tsx';
import { Messages } from './Messages.tsx';
import { People } from './People.tsx';
import { heldAlone, queueOf } from './queue.ts';
import { Queue } from './Queue.tsx';

interface Props {
  visit: Visit;
  view: RoomView;
  desk: Desk;
  title: string;
  /** Beside the practice's waiting list, which has a heading above the call's. */
  inSitting?: boolean;
  /** What else can be done with the call, beside its duration. */
  more?: ComponentChildren;
}

/** The call, with who is in it and who waits beside it. */
export function CallScreen({ visit, view, desk, title, inSitting = false, more }: Props) {
  useEffect(() => announceWeak(visit), [visit]);
  const held = heldAlone(view);
  const heading = held.length > 0 ? t('clinician:hold.title', { names: listOf(held.map(nameOf)) }) : title;
  return (
    <div class="fd-desk">
      <div class="fd-call fd-desk__call" data-testid="call-screen">
        <div class="fd-call__top">
          <ScreenHeading key={held.length > 0 ? 'held' : 'call'} small level={inSitting ? 'h2' : 'h1'}>
            {heading}
          </ScreenHeading>
          {(view.callStartedAt !== null || more) && (
            <div class="fd-call__facts">
              {view.callStartedAt !== null && (
                <span data-testid="call-duration">
                  <Duration since={view.callStartedAt} as="clock" />
                </span>
              )}
              {more}
            </div>
          )}
          <ConnectionNotice visit={visit} />
          <WeakNotice view={view} />
          <SoundNotice />
          <Knock view={view} onAdmit={(person) => desk.ask({ about: 'admit', person })} />
          <OwnTrouble own={visit.own} />
        </div>
        {held.length > 0 ? <HoldStage visit={visit} held={held} desk={desk} /> : <Stage visit={visit} />}
        <Controls own={visit.own}>
          <SaveDataButton />
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
        <People view={view} desk={desk} />
        <Messages view={view} />
        {(!inSitting || queueOf(view).length > 0) && (
          <Queue
            view={view}
            onAdmit={(person) => desk.ask({ about: 'admit', person })}
            onRemove={(person) => desk.ask({ about: 'remove', person })}
          />
        )}
      </div>
    </div>
  );
}
