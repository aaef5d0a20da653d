import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../db/client.ts';
import { anyClinicDeed, ClinicTrial } from '../testing/clinic-trial.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor } from '../testing/front-door.ts';

onEachDatabase((open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('[QUEUE-1] [QUEUE-2] [DESK-4] [DESK-5] [VISIT-5] whatever happens, nobody loses a place, is admitted twice or waits unseen', async () => {
    const anyDay = fc.array(anyClinicDeed, { minLength: 25, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anyDay, async (deeds) => {
        const trial = await ClinicTrial.begin(await FrontDoor.open(database));
        for (const deed of deeds) {
          await trial.do(deed);
          for (const { really, should } of await trial.queues()) expect(really).toEqual(should);
          const { really, should } = await trial.list();
          expect(really).toMatchObject(should);
          expect(trial.doubleAdmissions).toBe(0);
        }
      }),
      // A day takes a while; its seed is enough to have the same one again.
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});
