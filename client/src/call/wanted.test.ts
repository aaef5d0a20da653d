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

test('[STANDBY-1] where it may be prepared it stands by until there is a call', () => {
  const mayPrepare = true;
  expect(wantedMedia({ ...view(patient('waiting')), mayPrepare: false })).toBe(null);
  expect(wantedMedia({ ...view(patient('waiting')), mayPrepare })).toBe('standby');
  expect(wantedMedia({ ...view(clinician, patient('waiting')), mayPrepare })).toBe('standby');
  expect(wantedMedia({ ...view(clinician, patient('waiting'), patient('admitted')), mayPrepare })).toBe('call');
});
