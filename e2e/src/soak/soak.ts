import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@front-door/server/src/db/client.ts';
import { aftermathIn } from '@front-door/server/src/fuzz/aftermath.ts';
import { HttpClient } from '../support/http-client.ts';
import { rest } from '../support/server-memory.ts';
import { ServerProcess } from '../support/server.ts';
import { warmAfter } from './rises.ts';
import { readableSigns, readSigns, type VitalSigns } from './vital-signs.ts';
import { live, lives } from './visit-life.ts';

export interface Wanted {
  visits: number;
  /** When it stops at the latest, though there were fewer visits. */
  minutes: number;
  /** Every so many visits have real media. */
  mediaEvery: number;
  /** After so many visits at a time it waits until all are over, and looks. */
  sampleEvery: number;
  tell: (text: string) => void;
}

export interface Sample extends VitalSigns {
  /** How many visits were over by then. */
  visits: number;
}

export interface Soaked {
  samples: Sample[];
  /** Once the server was warm and at the end, each after a rest; none of a run that was over before. */
  rested: Sample[];
  visits: number;
  withMedia: number;
  /** Each of these should be none. */
  left: { refused: number; routers: number; transports: number; stuck: number; open: number; lost: number };
  failures: string[];
}

/** How many consultations go on at the same time. */
const lanes = 6;
/** How long what was closed at the other end may take until it is closed here, ms. */
const settling = 500;
/** How long what nobody came back to may stay, ms: a little more than the server keeps a lost connection's media. */
const keptFor = 50_000;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Lets consultation after consultation go by on a server of its own, and watches what it costs. */
export async function soak({ visits: wanted, minutes, mediaEvery, sampleEvery, tell }: Wanted): Promise<Soaked> {
  const server = await ServerProcess.start({ env: { ...readableSigns, WORKERS: '2' } });
  const admin = await HttpClient.signedInBy(server.links.admin);
  const deadline = Date.now() + minutes * 60_000;
  const samples: Sample[] = [];
  const rested: Sample[] = [];
  const failures: string[] = [];
  let begun = 0;
  let over = 0;
  let withMedia = 0;

  const one = async (number: number) => {
    const life = lives[number % lives.length]!;
    const isReal = number % mediaEvery === 0;
    const links = await admin.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
    const endFromOutside = async () => void (await admin.send('consultations.end', { id: links.id }));
    try {
      await live(life, { origin: server.origin, links, withMedia: isReal, endFromOutside });
      if (isReal) withMedia += 1;
    } catch (error) {
      failures.push(`${life}: ${String(error)}`);
      await endFromOutside().catch(() => undefined);
    }
    over += 1;
  };
  const goesOn = () => begun < wanted && Date.now() < deadline;
  const round = async () => {
    const end = Math.min(begun + sampleEvery, wanted);
    const lane = async () => {
      while (begun < end && goesOn()) await one((begun += 1));
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };
  // In the middle of visits one would see those, and each time others.
  const lookAfter = async (alone: number) => {
    await pause(alone);
    const { heap, code, serverMemory, workerMemory, ...signs } = await readSigns(server);
    const [objects, compiled, all, workers] = [heap, code, serverMemory, workerMemory].map(megabytes);
    tell(`${over} of ${wanted} visits, heap ${objects}, code ${compiled}, server ${all}, workers ${workers}`);
    return { heap, code, serverMemory, workerMemory, ...signs, visits: over };
  };
  while (goesOn()) {
    await round();
    samples.push(await lookAfter(settling));
    if (over >= warmAfter && rested.length === 0 && goesOn()) rested.push(await lookAfter(rest));
  }
  if (rested.length > 0) rested.push(await lookAfter(rest));

  const { routers, transports } = await lastSigns(server);
  await server.stop();
  const database = await openDatabase({ databaseUrl: null, dataDir: server.dataDir });
  const { visits, stuck, open } = await aftermathIn(database.db);
  await database.close();
  await server.close();
  const left = { refused: failures.length, routers, transports, stuck, open, lost: over * 2 - visits };
  return { samples, rested, visits: over, withMedia, left, failures };
}

/** What is left of media when everybody is gone, once nothing is kept for anybody any more. */
async function lastSigns(server: ServerProcess) {
  const deadline = Date.now() + keptFor;
  for (;;) {
    const signs = await readSigns(server);
    if (signs.routers + signs.transports === 0 || Date.now() > deadline) return signs;
    await pause(1_000);
  }
}
