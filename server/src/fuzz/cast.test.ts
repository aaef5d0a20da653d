import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../testing/databases.ts';
import { system } from '../testing/front-door.ts';
import { startServerOn, type TestServer } from '../testing/server-on.ts';
import { assemble, renew } from './cast.ts';
import { Marks } from './marks.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServerOn(await openEmbedded());
});
afterAll(() => server.close());

it('goes on with another consultation in another clinic when somebody has closed the first', async () => {
  const marks = new Marks();
  const { rooms } = await assemble(server, marks);
  const [room] = rooms as [(typeof rooms)[number]];
  const { id, clinicId } = room.practice;
  const before = room.consultationId;
  await server.app.clinics.close(id, clinicId, system);
  await renew(server, marks, room);
  expect(room.consultationId).not.toBe(before);
  expect(room.practice.clinicId).not.toBe(clinicId);
});
