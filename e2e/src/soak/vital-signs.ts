import { readdir, readFile } from 'node:fs/promises';
import type { InnerCounts } from '@front-door/server/src/media/inner-counts.ts';
import type { ServerProcess } from '../support/server.ts';

const inside = import.meta.resolve('@front-door/server/src/media/inner-counts.ts');

const question = 'what is inside?';

/** Start the server with these, and its vital signs can be read. */
export const readableSigns = { NODE_OPTIONS: `--import=${inside}` };

/** What is measured, in bytes or pieces. */
export interface VitalSigns {
  /** Objects of the language after the garbage was collected, and what they keep outside the heap. */
  heap: number;
  external: number;
  /** What the engine compiled of the program; it is on the heap as well, and not counted there. */
  code: number;
  serverMemory: number;
  workerMemory: number;
  serverFiles: number;
  workerFiles: number;
  handles: number;
}

export async function readSigns(
  server: ServerProcess,
): Promise<VitalSigns & Pick<InnerCounts, 'routers' | 'transports'>> {
  const { workers, memory, code, handles, routers, transports } = await server.ask<InnerCounts>(question);
  const sum = async (read: (pid: number) => Promise<number>) => {
    const each = await Promise.all(workers.map(read));
    return each.reduce((total, one) => total + one, 0);
  };
  return {
    heap: memory.heapUsed - code,
    external: memory.external,
    code,
    serverMemory: await residentMemory(server.pid),
    workerMemory: await sum(residentMemory),
    serverFiles: await openFiles(server.pid),
    workerFiles: await sum(openFiles),
    handles,
    routers,
    transports,
  };
}

/** Bytes of a process that are in memory, as Linux tells it. */
async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) * 1024;
}

const openFiles = async (pid: number): Promise<number> => (await readdir(`/proc/${pid}/fd`)).length;
