import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, onEachDatabase } from '../testing/databases.ts';
import { FrontDoor } from '../testing/front-door.ts';

const changes = [
  `update trail set action = 'nothing happened'`,
  `update trail set reason = null where false`,
  `delete from trail`,
  `delete from trail where number = (select max(number) from trail)`,
  `truncate trail`,
  `truncate practices cascade`,
  `insert into trail select * from trail on conflict (number) do update set action = 'nothing happened'`,
  `merge into trail using (select 1) as one on true when matched then delete`,
  `with gone as (delete from trail returning number) select count(*) from gone`,
];

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
    await door.inCall();
  });
  afterAll(() => door.close());

  describe.each(['origin', 'replica'])('[TRAIL-2] with triggers as %s', (role) => {
    it.each(changes)('the database refuses: %s', async (statement) => {
      const before = await contentOf(door.db);
      const attempt = door.db.transaction(async (tx) => {
        await tx.execute(sql.raw(`set local session_replication_role = ${role}`));
        await tx.execute(sql.raw(statement));
      });
      await expect(attempt).rejects.toMatchObject({ cause: { message: 'the trail is append-only' } });
      expect(await contentOf(door.db)).toEqual(before);
    });
  });
});
