import '../styles/sitting.scss';
import { useEffect, useMemo } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import type { Called } from './called.ts';
import { BetweenPatients } from './BetweenPatients.tsx';
import { CallInQuestion } from './CallInQuestion.tsx';
import { Calling } from './Calling.tsx';
import { Questions } from './Questions.tsx';
import { Sitting } from './sitting.ts';
import { SittingScreen } from './SittingScreen.tsx';

export interface SittingRoomProps {
  /** Whose sitting it is. */
  staffId: string;
  /** Whom the clinician chose on the list; null once they were asked about. */
  chosen: Signal<Called | null>;
  /** Who is to be called in next, if somebody is there; after somebody in a clinic, the next of that clinic first. */
  nextAfter: (consultationId: string | null) => Called | null;
  /** In whose hands a consultation is now, to say so after a transfer. */
  targetOf: (consultationId: string) => string | null;
  onTransfer: (consultationId: string) => void;
}

/** A clinician's sitting beside the waiting list: the call, or what comes between two of them. */
export function SittingRoom({ staffId, chosen, nextAfter, targetOf, onTransfer }: SittingRoomProps) {
  const sitting = useMemo(() => new Sitting(staffId), [staffId]);
  useEffect(() => {
    void sitting.comeBack();
    return () => sitting.close();
  }, [sitting]);
  const state = sitting.state.value;
  return (
    <div class="fd-sitting__room" data-testid="sitting" data-state={state.is}>
      {state.is === 'between' && (
        <BetweenPatients
          sitting={sitting}
          next={nextAfter(sitting.told.value?.consultationId ?? null)}
          targetOf={targetOf}
          onCallIn={(called) => void sitting.callIn(called)}
        />
      )}
      {state.is === 'calling' && <Calling sitting={sitting} {...state} />}
      {state.is === 'with' && (
        <>
          <SittingScreen visit={state.visit} desk={state.desk} onLeave={sitting.leave} onTransfer={onTransfer} />
          <Questions desk={state.desk} />
        </>
      )}
      <CallInQuestion chosen={chosen} sitting={sitting} />
    </div>
  );
}
