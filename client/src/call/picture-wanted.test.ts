import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { expect, test } from 'vitest';
import { pictureWanted } from './picture-wanted.ts';

test('[WEAK-4] no better picture is wanted than the best that anybody in the call receives', () => {
  const receiving = (receives: PersonView['picture']['receives'], phase: PersonView['phase'] = 'in_call') =>
    ({ phase, picture: { sends: 'full', receives, savesData: false } }) as PersonView;
  const wanted = (...people: PersonView[]) => pictureWanted({ people } as RoomView);
  expect(pictureWanted(null)).toBe('full');
  expect(wanted()).toBe('full');
  expect(wanted(receiving('off', 'admitted'))).toBe('full');
  expect(wanted(receiving('off'))).toBe('off');
  expect(wanted(receiving('off'), receiving('small'))).toBe('small');
  expect(wanted(receiving('full'), receiving('off'))).toBe('full');
  // Made at the server, of a small one.
  expect(wanted(receiving('slow'))).toBe('small');
});
