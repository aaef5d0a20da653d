import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@front-door/server/src/testing/free-port.ts';
import type { Bench } from '../bench.ts';
import { Program } from './program.ts';

const bareStart = fileURLToPath(new URL('bare.ts', import.meta.url));
const host = '127.0.0.1';

/**
 * How long somebody waits for `npm start` where everything is installed and built, from the command until `/readyz` is
 * answered with 200; the embedded database, the demonstration practice, as many media workers as by default.
 * - `start-warm`: on a data folder that was used before
 * - `start-first`: without a data folder
 * - `idle-memory`: what the server and its media workers have of the machine's memory some seconds later
 *
 * The floor is a process of the same Node that opens a bare embedded database in such a folder, starts one media
 * worker, and answers over HTTP.
 */
export const start: Bench<'start-warm' | 'start-first' | 'idle-memory'> = {
  cases: {
    'start-warm': { unit: 'ms', target: { atMost: 3_000 } },
    // The embedded database takes nearly all of it to make itself.
    'start-first': { unit: 'ms', target: { timesFloor: 1.5 } },
    'idle-memory': { unit: 'byte', target: null },
  },
  rounds: 21,
  warmUp: true,
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'front-door-start-'));
    const [used, copied, fresh] = ['used', 'copied', 'fresh'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await startOurs(used, false);
    await cp(join(used, 'db'), copied, { recursive: true });
    const both = (startOne: typeof startOurs, warm: string) => async () => {
      const first = await startOne(fresh, false);
      await rm(fresh, { recursive: true });
      const again = await startOne(warm, true);
      return { 'start-first': first.took, 'start-warm': again.took, 'idle-memory': again.memory };
    };
    return {
      contestants: { ours: both(startOurs, used), floor: both(startBare, copied) },
      versions: {},
      close: () => rm(folder, { recursive: true }),
    };
  },
};

async function startOurs(dataDir: string, isWeighed: boolean) {
  const port = await freePort();
  const settings = { HOST: host, PORT: String(port), RTC_PORT: '0', DATA_DIR: dataDir };
  const env = { ...asTypedByHand(), ...settings };
  const program = new Program(['npm', 'start'], env, `http://${host}:${port}/readyz`);
  return measured(program, isWeighed, (command) => command.includes('server/src/main.ts'));
}

async function startBare(dataDir: string, isWeighed: boolean) {
  const port = await freePort();
  const program = new Program(
    [process.execPath, bareStart, dataDir, String(port)],
    process.env,
    `http://${host}:${port}/`,
  );
  return measured(program, isWeighed, (command) => command.includes(bareStart));
}

async function measured(program: Program, isWeighed: boolean, isMeant: (command: string) => boolean) {
  try {
    const took = await program.served();
    return { took, memory: isWeighed ? await program.idleMemory(isMeant) : 0 };
  } finally {
    await program.stop();
  }
}

/** Our own environment, without what the npm that runs us has put there. */
function asTypedByHand(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_OPTIONS$|^INIT_CWD$/i.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(entries), PATH: path.join(delimiter) };
}
