import { useMemo } from 'preact/hooks';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import type { Visit } from '../room/visit.ts';
import { Action } from '../ui/action.ts';
import { Button } from '../ui/Button.tsx';
import { Problem } from '../ui/Problem.tsx';
import type { Desk } from './desk.ts';
import { canBeAdmitted, queueOf } from './queue.ts';
import { Queue } from './Queue.tsx';

interface Props {
  visit: Visit;
  view: RoomView;
  desk: Desk;
  onLeave: () => Promise<void>;
}

/** In a consultation with nobody to talk to: they have left, or wait to be let in again. */
export function Alone({ visit, view, desk, onLeave }: Props) {
  const leaving = useMemo(() => new Action(), []);
  const someoneWaits = view.people.some(canBeAdmitted);
  return (
    <div class="fd-between" data-testid="alone">
      <ScreenHeading small level="h2">
        {t('clinician:sitting.nobody')}
      </ScreenHeading>
      <ConnectionNotice visit={visit} />
      <p>{t(someoneWaits ? 'clinician:sitting.waits' : 'clinician:sitting.left')}</p>
      {queueOf(view).length > 0 && (
        <Queue
          view={view}
          onAdmit={(person) => desk.ask({ about: 'admit', person })}
          onRemove={(person) => desk.ask({ about: 'remove', person })}
        />
      )}
      <Problem action={leaving} />
      <div class="fd-actions">
        <Button kind="secondary" onClick={() => desk.ask({ about: 'end' })} testId="end-call">
          {t('clinician:sitting.end')}
        </Button>
        <Button
          kind="secondary"
          busy={leaving.busy.value}
          onClick={() => void leaving.run(onLeave)}
          testId="back-to-list"
        >
          {t('clinician:sitting.toList')}
        </Button>
      </div>
    </div>
  );
}
