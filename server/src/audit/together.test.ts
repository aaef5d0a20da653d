import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, system } from '../testing/front-door.ts';

const tables = ['trail', 'visits', 'links', 'consultations'];

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
    await door.db.execute(
      sql.raw(`create function fail() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`),
    );
  });
  afterAll(() => door.close());

  /** Runs `work` while nothing can be written to one table. */
  async function whileBroken(table: string, work: () => Promise<unknown>): Promise<'worked' | 'failed'> {
    await door.db.execute(sql.raw(`create trigger broken before insert or update on ${table} execute function fail()`));
    try {
      await work();
      return 'worked';
    } catch (error) {
      if ((error as { cause?: Error }).cause?.message !== 'disk full') throw error;
      return 'failed';
    } finally {
      await door.db.execute(sql.raw(`drop trigger broken on ${table}`));
    }
  }

  /** Each prepares what it needs, and gives what is then done. */
  const deeds: Record<string, () => Promise<() => Promise<unknown>>> = {
    'making a consultation': async () => () => door.consultation(),
    'making another link': async () => {
      const { id } = await door.consultation();
      return () => door.consultations.addLink(door.practiceId, id, 'patient', system);
    },
    'revoking a link': async () => {
      const { id } = await door.consultation();
      const [link] = await door.consultations.links(door.practiceId, id);
      return () => door.consultations.revokeLink(door.practiceId, link!.id, system);
    },
    'arriving by a link': async () => {
      const { patientSecret } = await door.consultation();
      return () => door.arrive(patientSecret);
    },
    'arriving as a member of staff': async () => {
      const { id: consultationId } = await door.consultation();
      const { id: staffId } = await door.hireClinician('Dr Jo Okafor');
      return () => door.arrivals.enter({ by: 'staff', staffId, consultationId });
    },
    'coming back': async () => {
      const { patient } = await door.inCall();
      await door.visits.drop(patient.visit.id, patient.connectionId);
      return () => door.comeBack(patient.resumeSecret!);
    },
    'moving to another device': async () => {
      const { links } = await door.inCall();
      return () => door.arrive(links.patientSecret, 'this_device');
    },
    'checking in': async () => {
      const { patientSecret } = await door.consultation();
      const { visit } = await door.arrive(patientSecret);
      return () => door.visits.checkIn(visit.id, 'Ann Example');
    },
    admitting: async () => {
      const { clinician, patient } = await door.waiting();
      return () => door.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example');
    },
    joining: async () => {
      const { clinician } = await door.waiting();
      return () => door.visits.join(clinician.visit.id);
    },
    dropping: async () => {
      const { patient } = await door.inCall();
      return () => door.visits.drop(patient.visit.id, patient.connectionId);
    },
    leaving: async () => {
      const { patient } = await door.inCall();
      return () => door.visits.leave(patient.visit.id);
    },
    removing: async () => {
      const { clinician, patient } = await door.inCall();
      return () => door.visits.remove(clinician.visit.id, patient.visit.id);
    },
    ending: async () => {
      const { links } = await door.inCall();
      return () => door.consultations.end(door.practiceId, links.id, system);
    },
  };

  describe('[TRAIL-3] happens with its lines in the trail or not at all:', () => {
    it.each(Object.entries(deeds))('%s', async (_name, prepare) => {
      const failed: string[] = [];
      for (const table of tables) {
        const deed = await prepare();
        const before = await contentOf(door.db);
        const announced = door.announced.length;
        if ((await whileBroken(table, deed)) === 'worked') continue;
        failed.push(table);
        expect(await contentOf(door.db)).toEqual(before);
        expect(door.announced).toHaveLength(announced);
      }
      // The trail, and whatever else it writes to.
      expect(failed).toContain('trail');
      expect(failed.length).toBeGreaterThan(1);
    });
  });
});
