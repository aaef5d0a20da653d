import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { observer } from 'mediasoup';
import type { WebRtcServer, Worker } from 'mediasoup/types';

/**
 * Loaded into a server before it starts (`node --import`), for the process that started it: what its workers say that
 * they carry, what it holds once its garbage is collected, and what it has open. Nothing of it can be asked over the
 * network.
 */
export interface InnerCounts {
  routers: number;
  transports: number;
  /** Process ids of the workers. */
  workers: number[];
  /** Timers, sockets and the like, that keep the process alive. */
  handles: number;
  /** Bytes, as `process.memoryUsage` has them. */
  memory: NodeJS.MemoryUsage;
  /** Bytes of the heap that are no objects, but what the engine compiled of the program. */
  code: number;
}

/** Asks for them, over the channel between a process and the one that it started. */
const innerCountsQuestion = 'what is inside?';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const workers = new Set<Worker>();
const servers = new Set<WebRtcServer>();
observer.on('newworker', (worker) => {
  workers.add(worker);
  worker.observer.once('close', () => workers.delete(worker));
  worker.observer.on('newwebrtcserver', (server) => {
    servers.add(server);
    server.observer.once('close', () => servers.delete(server));
  });
});

async function countInside(): Promise<InnerCounts> {
  const counts = { routers: 0, transports: 0 };
  for (const worker of workers) counts.routers += (await worker.dump()).routerIds.length;
  for (const server of servers) counts.transports += (await server.dump()).webRtcTransportIds.length;
  collectGarbage();
  const handles = process.getActiveResourcesInfo().length;
  const { code_and_metadata_size: machineCode, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
  return {
    ...counts,
    workers: [...workers].map(({ pid }) => pid),
    handles,
    memory: process.memoryUsage(),
    code: machineCode + bytecode,
  };
}

process.on('message', (question) => {
  if (question === innerCountsQuestion) void countInside().then((counts) => process.send?.(counts));
});
