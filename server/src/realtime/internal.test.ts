import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meet } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { exchange, Refused, Visitor } from '../testing/visitor.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await run(
    `create function fail() returns trigger language plpgsql as $$ begin raise 'secret of the database'; end $$`,
  );
});
afterAll(() => server.close());

const run = (statement: string) => server.database.db.execute(sql.raw(statement));

/** While nobody's visit can be written. */
async function whileBroken<T>(work: () => Promise<T>): Promise<T> {
  await run('create trigger broken before insert or update on visits execute function fail()');
  try {
    return await work();
  } finally {
    await run('drop trigger broken on visits');
  }
}

const uuid = /^[0-9a-f-]{36}$/;

describe('[REQ-3] what goes wrong inside', () => {
  it('is answered by an id and nothing else, which the log has as well; the connection goes on', async () => {
    const { patient } = await meet(server, 'arrived');
    const checkIn = () => patient.raw('visit:check-in', { name: 'Ann Example', agreed: true });
    const answer = await whileBroken(checkIn);
    expect(answer).toEqual({ ok: false, error: { code: 'internal', id: expect.stringMatching(uuid) } });
    const { id } = answer.ok ? {} : answer.error;
    const lines = server.logged.splice(0);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ errorId: id, request: 'visit:check-in' });
    expect(await checkIn()).toEqual({ ok: true, data: {} });
  });

  it('in the handshake is answered in the same way, and the link goes on to open', async () => {
    const { consultations, origin } = server.app;
    const clinicianName = 'Dr Asha Patel';
    const { practiceId } = server;
    const made = await consultations.create({
      practiceId,
      clinicianId: null,
      clinicianName,
      actor: { kind: 'system' },
    });
    const { token } = await exchange(origin, made.patientSecret);
    const refused = await whileBroken(() => Visitor.connect(origin, token).catch((error: unknown) => error));
    expect(refused).toBeInstanceOf(Refused);
    const { reply } = refused as Refused;
    expect(reply).toEqual({ code: 'internal', id: expect.stringMatching(uuid) });
    const lines = server.logged.splice(0);
    expect(lines.map((line) => (JSON.parse(line) as { errorId: string }).errorId)).toEqual([reply.id]);
    expect((await Visitor.byLink(origin, made.patientSecret)).socket.connected).toBe(true);
  });

  it('[OPS-3] leaves neither names nor secrets nor what the database said in the log', async () => {
    const { patient, patientSecret } = await meet(server, 'arrived');
    await whileBroken(() => patient.raw('visit:check-in', { name: 'Ann Example', agreed: true }));
    const log = server.logged.splice(0).join();
    expect(log).toContain('visit:check-in');
    for (const secret of ['Ann Example', 'secret of the database', patientSecret]) expect(log).not.toContain(secret);
  });

  it('of a name that is not the contract’s does not put that into the log', async () => {
    const { patient } = await meet(server, 'arrived');
    await whileBroken(() => patient.raw('Ann Example has a rash', {}));
    expect(server.logged).toEqual([]);
  });
});
