import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { expect, test } from 'vitest';
import { wantedMedia, wantsMedia } from './wanted.ts';

type Who = Pick<PersonView, 'role' | 'phase'>;

const view = (me: Who, ...people: Who[]) => ({ me, people }) as RoomView;
const patient = (phase: PersonView['phase']): Who => ({ role: 'patient', phase });
const clinician: Who = { role: 'clinician', phase: 'admitted' };

test('patients and guests have media from being let in, and not before', () => {
  expect(wantsMedia(null)).toBe(false);
  expect(wantsMedia(view(patient('arrived')))).toBe(false);
  expect(wantsMedia(view(patient('waiting')))).toBe(false);
  expect(wantsMedia(view(patient('admitted')))).toBe(true);
  expect(wantsMedia(view({ role: 'guest', phase: 'in_call' }))).toBe(true);
  expect(wantsMedia(view(patient('held')))).toBe(false);
  expect(wantsMedia(view(patient('left')))).toBe(false);
});

test('clinicians have it while there is somebody to talk to', () => {
  expect(wantsMedia(view(clinician))).toBe(false);
  expect(wantsMedia(view(clinician, patient('waiting')))).toBe(false);
  expect(wantsMedia(view(clinician, clinician))).toBe(false);
  expect(wantsMedia(view(clinician, patient('held')))).toBe(false);
  expect(wantsMedia(view(clinician, patient('waiting'), patient('admitted')))).toBe(true);
});

test('[STANDBY-1] where it may be prepared it stands by until there is a call, and there is none for whoever may not', () => {
  const mayPrepare = true;
  const waits = { ...view(clinician, patient('waiting')), mayPrepare };
  expect(wantedMedia({ ...view(patient('waiting')), mayPrepare: false }, true)).toBe(null);
  expect(wantedMedia({ ...view(patient('waiting')), mayPrepare }, true)).toBe('standby');
  expect(wantedMedia(waits, false)).toBe('standby');
  const talks = { ...view(clinician, patient('waiting'), patient('admitted')), mayPrepare };
  expect(wantedMedia(talks, true)).toBe('call');
  expect(wantedMedia(talks, false)).toBe(null);
});
