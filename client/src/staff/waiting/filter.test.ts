import { describe, expect, it } from 'vitest';
import { watchedRoom } from '../testing/watched.ts';
import { isWanted, stillThere } from './filter.ts';

const me = { id: 'me', name: 'Dr Patel' };
const colleague = { id: 'other', name: 'Dr Jones' };
const rooms = [
  watchedRoom('mine', { clinicianId: 'me', clinicianName: 'Dr Patel', clinic: { id: 'east', name: 'East' } }),
  watchedRoom('made for me', { clinicianName: 'Dr Patel' }),
  watchedRoom('theirs', { clinicianId: 'other', clinicianName: 'Dr Jones', clinic: { id: 'west', name: 'West' } }),
  watchedRoom('made for them', { clinicianName: 'Dr Jones', clinic: { id: 'east', name: 'East' } }),
  watchedRoom('nobody’s', { clinic: { id: 'east', name: 'East' } }),
];
const wanted = (clinic: string, clinician: string) =>
  rooms
    .filter((room) => isWanted(room, { clinic, clinician }, me, [me, colleague]))
    .map(({ consultationId }) => consultationId);

describe('[DESK-10] the list', () => {
  it.each([
    ['', '', ['mine', 'made for me', 'theirs', 'made for them', 'nobody’s']],
    ['east', '', ['mine', 'made for them', 'nobody’s']],
    ['', 'mine', ['mine', 'made for me']],
    ['', 'other', ['theirs', 'made for them']],
    ['east', 'mine', ['mine']],
    ['west', 'mine', []],
    ['', 'gone', []],
  ])('of clinic %j and clinician %j', (clinic, clinician, ids) => {
    expect(wanted(clinic, clinician)).toEqual(ids);
  });

  it('forgets a clinic that is no more', () => {
    expect(stillThere('east', [{ value: 'east' }])).toBe('east');
    expect(stillThere('east', [{ value: 'west' }])).toBe('');
  });
});
