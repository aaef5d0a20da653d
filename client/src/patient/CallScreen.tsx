import '../styles/call.scss';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { peopleInCall } from '../call/wanted.ts';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { ControlButton } from '../room/ControlButton.tsx';
import { Controls } from '../room/Controls.tsx';
import { LeaveIcon } from '../room/icons.tsx';
import { listOf, nameOf } from '../room/names.ts';
import { soundBlocked } from '../room/playback.ts';
import { SaveDataButton } from '../room/SaveDataButton.tsx';
import { OwnTrouble } from '../room/OwnTrouble.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { SoundNotice } from '../room/SoundNotice.tsx';
import { Stage } from '../room/Stage.tsx';
import type { Visit } from '../room/visit.ts';
import { announceWeak } from '../room/weak-announcements.ts';
import { WeakNotice } from '../room/WeakNotice.tsx';
import { Action } from '../ui/action.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Duration } from '../ui/Duration.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Problem } from '../ui/Problem.tsx';
import { announceOthers } from './call-announcements.ts';

/** The others large, oneself small, and three buttons. */
export function CallScreen({ visit, view }: { visit: Visit; view: RoomView }) {
  const leaving = useSignal(false);
  const leave = useMemo(() => new Action(), []);
  useEffect(() => announceOthers(visit), [visit]);
  useEffect(() => announceWeak(visit), [visit]);
  const { clinicianName, callStartedAt } = view;
  const { own, connection } = visit;
  const names = [...peopleInCall(view).map(nameOf), t('later:call.you')];
  const devicesOff = own.microphone.state.value.is === 'off' && own.camera.state.value.is === 'off';
  return (
    <div class="fd-call" data-testid="call-screen">
      <div class="fd-call__top">
        <ScreenHeading small>
          {clinicianName === null ? t('later:call.titleUnknown') : t('later:call.title', { clinician: clinicianName })}
        </ScreenHeading>
        <p class="fd-call__facts">
          <span data-testid="who-is-here">{t('later:call.here', { names: listOf(names) })}</span>
          {callStartedAt !== null && (
            <span data-testid="call-duration">
              <Duration since={callStartedAt} as="clock" />
            </span>
          )}
        </p>
        <ConnectionNotice visit={visit} />
        <WeakNotice view={view} />
        <SoundNotice />
        {devicesOff && !soundBlocked.value && (
          <Notice kind="warning" live>
            <p>{t('later:call.turnOnFirst')}</p>
            <Button onClick={() => void own.open()} testId="turn-on-devices">
              {t('patient:devices.turnOn')}
            </Button>
          </Notice>
        )}
        <OwnTrouble own={own} />
      </div>
      <Stage visit={visit} />
      <Controls own={own}>
        <SaveDataButton />
        <ControlButton
          icon={<LeaveIcon />}
          label={t('later:call.leave')}
          testId="leave"
          ending
          onClick={() => (leaving.value = true)}
        />
      </Controls>
      {leaving.value && (
        <ConfirmDialog
          heading={t('later:call.leaveTitle')}
          confirm={t('later:call.leaveConfirm')}
          warning
          busy={leave.busy.value}
          testId="confirm-leave"
          onConfirm={() => void leave.run(() => connection.leave())}
          onCancel={() => (leaving.value = false)}
        >
          <p>{t('later:call.leaveText')}</p>
          <Problem action={leave} />
        </ConfirmDialog>
      )}
    </div>
  );
}
