import type { ComponentChildren } from 'preact';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { Controls } from '../room/Controls.tsx';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { SelfView } from '../room/SelfView.tsx';
import type { Visit } from '../room/visit.ts';
import type { VisitCheck } from './visit-check.ts';

interface Props {
  visit: Visit;
  me: RoomView['me'];
  check: VisitCheck;
  /** What leads on, below what matters most. */
  children: ComponentChildren;
}

/** How one looks and sounds, what is wrong and what helps; then speaker, choices and connection. */
export function CheckPanel({ visit: { own }, me, check, children }: Props) {
  const parts = check.parts.value;
  const connection = check.connection.value;
  const before = me.report?.connection ?? null;
  return (
    <section aria-label={t('patient:check.title')} data-testid="check-panel">
      <DeviceProblems own={own} help={parts?.DeviceHelp} />
      <SelfView own={own} />
      <Controls own={own} />
      {/* What comes later must not move the way on from under a finger. */}
      <div class="fd-check__level">{parts && <parts.LevelMeter own={own} silent={check.silent} />}</div>
      <p class="nhsuk-body-s">{t('patient:waiting.private')}</p>
      {children}
      {parts && <parts.NothingComes own={own} silent={check.silent} dark={check.dark} />}
      {connection && parts && <parts.ConnectionResult state={connection.state.value} before={before} />}
      {parts && <parts.SpeakerCheck />}
      {parts && <parts.DeviceChoices own={own} />}
    </section>
  );
}
