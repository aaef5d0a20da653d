import { useEffect, useMemo } from 'preact/hooks';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { Details } from '../../ui/Details.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { may } from '../session.ts';
import { WatchState } from '../WatchState.tsx';
import { AlertChoices } from './AlertChoices.tsx';
import { ClinicianSitting } from './ClinicianSitting.tsx';
import { Expected } from './Expected.tsx';
import { Filters } from './Filters.tsx';
import { QueuePart } from './QueuePart.tsx';
import { Questions } from './Questions.tsx';
import { ResultBar } from './ResultBar.tsx';
import { Row } from './Row.tsx';
import { waitingList } from './waiting-list.ts';

/** Everybody the practice expects, who waits, who is seen: what staff look at all day. */
export function WaitingPage({ staff }: { staff: StaffView }) {
  const loading = useMemo(() => new Action(), []);
  useEffect(() => void loading.run(() => waitingList.loadClinicians()), [loading]);
  const isClinician = may(staff, 'clinician');
  const list = (
    <>
      <Filters isClinician={isClinician} />
      <AlertChoices />
      {waitingList.isKnown.value && <Parts isClinician={isClinician} />}
      <ResultBar />
    </>
  );
  return (
    <>
      <WatchState />
      <Problem action={loading} />
      {isClinician ? <ClinicianSitting staffId={staff.id}>{list}</ClinicianSitting> : list}
      <Questions />
    </>
  );
}

function Parts({ isClinician }: { isClinician: boolean }) {
  const { queues, expected, finished } = waitingList.arranged.value;
  return (
    <>
      {queues.length === 0 && expected.length === 0 && <p>{t('waiting:part.none')}</p>}
      {queues.map((queue) => (
        <QueuePart key={queue.clinic?.id ?? ''} queue={queue} isClinician={isClinician} />
      ))}
      <Expected rooms={expected} isClinician={isClinician} />
      {finished.length > 0 && (
        <Details summary={t('waiting:part.finished', { count: finished.length })}>
          <ul class="fd-rows">
            {finished.map((room) => (
              <Row key={room.consultationId} room={room} place={null} isClinician={isClinician} namesClinic />
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
