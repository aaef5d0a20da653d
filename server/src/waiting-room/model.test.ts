import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyDeed, ConsultationTrial } from '../testing/consultation-trial.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor } from '../testing/front-door.ts';

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  afterAll(() => door.close());

  it('[VISIT-1] [VISIT-3] [VISIT-4] [VISIT-5] [TRAIL-1] [RESUME-2] whatever happens, it is as the rules say', async () => {
    const anyHistory = fc.array(anyDeed, { minLength: 10, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const trial = await ConsultationTrial.begin(door);
        for (const deed of history) {
          const { really, should } = await trial.do(deed);
          expect(really).toBe(should);
        }
        const people = await trial.people();
        expect(people.really).toEqual(people.should);
        const trail = await trial.trail();
        expect(trail.really).toEqual(trail.should);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
