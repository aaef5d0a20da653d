import { setTimeout as pause } from 'node:timers/promises';
import { mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import { asc, eq, inArray, isNull, and } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { consultations, trail, visits } from '../db/schema.ts';
import type { Room } from '../media/room.ts';
import { system } from '../testing/front-door.ts';
import type { TestServer } from '../testing/server-on.ts';
import { isTold, isVisitFact, overPhases } from './visit-replay.ts';
import { Violation } from './violation.ts';

/** How long something may still be on its way after the last answer, ms. */
const settlesWithin = 20_000;

type VisitRow = Awaited<ReturnType<typeof demandToldVisits>>[number];

/** Everything as it should be between two messages: the rows, their trail, and who has media. */
export async function inspect(server: TestServer, practiceIds: string[]): Promise<void> {
  await inTime(async () => {
    const rows = await demandToldVisits(server.database.db, practiceIds);
    await demandMediaOfAdmittedAlone(server, rows);
  });
}

/** And when everybody is gone: nothing of it is left. */
export async function inspectEmpty(server: TestServer, practiceIds: string[]): Promise<void> {
  const { app, database } = server;
  const { id, practiceId, endedAt } = consultations;
  const open = await database.db
    .select({ id, practiceId })
    .from(consultations)
    .where(and(inArray(practiceId, practiceIds), isNull(endedAt)));
  for (const one of open) await app.consultations.end(one.practiceId, one.id, system);
  await inTime(async () => {
    const rows = await demandToldVisits(database.db, practiceIds);
    const stuck = rows.filter(({ state }) => !overPhases.includes(state.phase));
    if (stuck.length > 0) throw new Violation('a visit goes on after the end', stuck);
    const left = { ...(await mediaOf(app)), checks: app.echoes.size };
    if (Object.values(left).some((count) => count !== 0))
      throw new Violation('media is left when everybody is gone', left);
  });
}

/** What is read is of the same moment, also where others write meanwhile. */
const oneMoment = { isolationLevel: 'repeatable read' } as const;

/** Every visit is in a state of the state machine's, and its trail tells how it came there. */
export async function demandToldVisits(db: Db, practiceIds: string[]) {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: visits.id, consultationId: visits.consultationId, role: visits.role, state: visits.state })
      .from(visits)
      .innerJoin(consultations, eq(consultations.id, visits.consultationId))
      .where(inArray(consultations.practiceId, practiceIds));
    const lines = await tx
      .select({ visitId: trail.visitId, action: trail.action })
      .from(trail)
      .where(inArray(trail.practiceId, practiceIds))
      .orderBy(asc(trail.number));
    const factsOf = Map.groupBy(lines, ({ visitId }) => visitId);
    for (const { id, role, state } of rows) {
      const facts = (factsOf.get(id) ?? []).map(({ action }) => action).filter(isVisitFact);
      if (!isTold(role, facts, state))
        throw new Violation('the trail does not lead to this state', { role, state, facts });
    }
    return rows;
  }, oneMoment);
}

/** Asked of the workers themselves, and of what we count: it is all of somebody's who is let in, or of a check. */
async function demandMediaOfAdmittedAlone({ app }: TestServer, rows: VisitRow[]): Promise<void> {
  const consultationIds = new Set(rows.map(({ consultationId }) => consultationId));
  const rooms = [...consultationIds].flatMap((id) => app.rooms.find(id) ?? []);
  const holders = rooms.flatMap(({ peers }) => [...peers.keys()]);
  const admitted = new Set(rows.flatMap(({ id, state }) => (mayHaveMedia(state) ? [id] : [])));
  const others = holders.filter((visitId) => !admitted.has(visitId));
  if (others.length > 0)
    throw new Violation(
      'media of somebody who is not let in',
      rows.filter(({ id }) => others.includes(id)),
    );

  await demandNothingFlowsOnStandby(rooms, rows);

  const inRooms = rooms.reduce((sum, { size }) => sum + size, 0);
  const { routers, transports } = await mediaOf(app);
  const expected = { routers: rooms.length + app.echoes.size, transports: inRooms * 2 + app.echoes.size };
  if (routers !== expected.routers || transports !== expected.transports) {
    throw new Violation('the workers carry something else than they should', { routers, transports, expected });
  }
}

/** Only who waits, or is let in, stands by; nothing of theirs flows, and who waits has been offered clinicians alone. */
async function demandNothingFlowsOnStandby(rooms: Room[], rows: VisitRow[]): Promise<void> {
  const clinicians = new Set(rows.flatMap(({ id, role }) => (role === 'clinician' ? [id] : [])));
  for (const row of rows) {
    const { id, state } = row;
    const room = rooms.find((one) => one.standsBy(id));
    if (room === undefined) continue;
    if (state.phase !== 'waiting' && !mayHaveMedia(state)) throw new Violation('stands by without waiting', row);
    const { producers, consumers } = room.peer(id);
    const streams = [...producers.values(), ...consumers.values()];
    const dumps = await Promise.all(streams.map((stream) => stream.dump()));
    if (dumps.some(({ paused }) => !paused)) throw new Violation('media flows of somebody who stands by', row);
    const from = [...consumers.values()].map(({ appData }) => appData.from);
    if (!clinicians.has(id) && !from.every((other) => clinicians.has(other))) {
      throw new Violation('somebody who stands by was offered another who is no clinician', row);
    }
  }
}

/** What the workers say that they carry, and what we count of it. */
async function mediaOf({ workers }: TestServer['app']) {
  const sums = { routers: 0, transports: 0, fragments: 0, rooms: 0, consumers: 0, echoes: 0 };
  for (const { worker, server, rooms, consumers, echoes } of workers.all) {
    const [{ routerIds }, { webRtcTransportIds, localIceUsernameFragments }] = await Promise.all([
      worker.dump(),
      server.dump(),
    ]);
    sums.routers += routerIds.length;
    sums.transports += webRtcTransportIds.length;
    sums.fragments += localIceUsernameFragments.length;
    sums.rooms += rooms;
    sums.consumers += consumers;
    sums.echoes += echoes;
  }
  return sums;
}

/** Tries until it holds: what was asked is answered by now, but not everything that follows from it is done. */
async function inTime(demand: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + settlesWithin;
  for (let wait = 5; ; wait *= 2) {
    try {
      return await demand();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(wait);
    }
  }
}
