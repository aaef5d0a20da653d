import { useMemo } from 'preact/hooks';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { may } from '../session.ts';
import { NewConsultation } from './new-consultation.ts';
import { OpenConsultations } from './OpenConsultations.tsx';
import { Ready } from './Ready.tsx';
import { StartForm } from './StartForm.tsx';

/** Where staff begin: start a consultation, see who waits. */
export function HomePage({ staff }: { staff: StaffView }) {
  const start = useMemo(() => new NewConsultation(), []);
  const own = may(staff, 'clinician');
  return (
    <>
      {start.made.value ? (
        <Ready key={start.made.value.id} made={start.made.value} canOpen={own} onAnother={() => start.another()} />
      ) : (
        <StartForm start={start} own={own} forColleague={may(staff, 'receptionist', 'admin')} />
      )}
      <OpenConsultations staff={staff} />
    </>
  );
}
