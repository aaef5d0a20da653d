import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';

/** A patient who waits, for tests. */
export const watchedPerson = (visitId: string, changes: Partial<WatchedPerson> = {}): WatchedPerson => ({
  visitId,
  role: 'patient',
  phase: 'waiting',
  name: visitId,
  arrivedAt: 1000,
  waitingSince: 2000,
  placeSince: 1000,
  joinedAt: null,
  heldAt: null,
  droppedAt: null,
  ringingSince: null,
  microphone: false,
  camera: false,
  picture: { sends: 'full', receives: 'full', savesData: false },
  interruption: null,
  report: null,
  ringMe: null,
  quality: null,
  ...changes,
});

/** An open consultation of no clinic, for tests. */
export const watchedRoom = (consultationId: string, changes: Partial<WatchedRoom> = {}): WatchedRoom => ({
  consultationId,
  createdAt: 0,
  callStartedAt: null,
  endedAt: null,
  noShowAt: null,
  clinic: null,
  expectedAt: null,
  patientName: null,
  patientPhone: null,
  messages: [],
  clinicianId: null,
  clinicianName: null,
  worker: null,
  people: [],
  ...changes,
});
