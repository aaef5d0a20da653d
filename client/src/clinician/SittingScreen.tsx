import { t } from '../i18n/index.ts';
import { nameOf } from '../room/names.ts';
import type { Visit } from '../room/visit.ts';
import { Button } from '../ui/Button.tsx';
import { focusLink } from '../ui/focus.ts';
import { Alone } from './Alone.tsx';
import { CallScreen } from './CallScreen.tsx';
import type { Desk } from './desk.ts';
import { listId } from './list-id.ts';
import { isCall } from './queue.ts';

interface Props {
  visit: Visit;
  desk: Desk;
  onLeave: () => Promise<void>;
  onTransfer: (consultationId: string) => void;
}

/** The consultation that the clinician is in: the call, or nobody to talk to. */
export function SittingScreen({ visit, desk, onLeave, onTransfer }: Props) {
  const view = visit.connection.view.value;
  if (view === null) return null;
  const parts = { visit, view, desk };
  if (!isCall(view)) return <Alone {...parts} onLeave={onLeave} />;
  const patient = view.people.find(({ role }) => role === 'patient');
  const title = t('clinician:sitting.title', { name: patient ? nameOf(patient) : t('person.patient') });
  return (
    <CallScreen
      {...parts}
      title={title}
      inSitting
      more={
        <>
          <a class="fd-link fd-sitting__jump" {...focusLink(listId)}>
            {t('clinician:sitting.list')}
          </a>
          <Button kind="secondary" small onClick={() => onTransfer(view.consultationId)} testId="transfer">
            {t('clinician:sitting.transfer')}
          </Button>
        </>
      }
    />
  );
}
