import type { ComponentChildren } from 'preact';
import { SittingPlace } from '../../clinician/SittingPlace.tsx';
import { calledIn, chosen } from './call-in.ts';
import { desk } from './desk.ts';
import { waitingList } from './waiting-list.ts';

/** The waiting list with the clinician's calls beside it, one after the other. */
export const ClinicianSitting = ({ staffId, children }: { staffId: string; children: ComponentChildren }) => (
  <SittingPlace staffId={staffId} chosen={chosen} nextAfter={nextAfter} targetOf={targetOf} onTransfer={transfer}>
    {children}
  </SittingPlace>
);

const roomOf = (id: string | null) => waitingList.all.value.find(({ consultationId }) => consultationId === id);

function nextAfter(consultationId: string | null) {
  const clinicId = roomOf(consultationId)?.clinic?.id;
  const { queues } = waitingList.arranged.value;
  const sameFirst = queues.toSorted((a, b) => Number(b.clinic?.id === clinicId) - Number(a.clinic?.id === clinicId));
  for (const room of sameFirst.flatMap(({ rooms }) => rooms)) {
    const called = room.consultationId === consultationId ? null : calledIn(room);
    if (called !== null) return called;
  }
  return null;
}

function targetOf(consultationId: string): string | null {
  const room = roomOf(consultationId);
  return room?.clinicianName ?? room?.clinic?.name ?? null;
}

function transfer(consultationId: string): void {
  const room = roomOf(consultationId);
  if (room) desk.begin('transfer', room);
}
