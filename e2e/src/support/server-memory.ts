import { once } from 'node:events';
import type { ServerProcess } from './server.ts';

/** Start the server with these, and its memory can be read. */
export const readableMemory = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** After so long alone a server has nothing left that ends by its own time, ms: limits by the minute, media kept. */
export const rest = 65_000;

/**
 * What a server started with {@link readableMemory} holds after its garbage is collected, in bytes: objects of the
 * language, and what they keep outside the heap, such as the embedded database.
 */
export async function memoryOf(server: ServerProcess): Promise<number> {
  const address = /Debugger listening on (ws:\S+)/.exec(server.output)?.[1];
  if (address === undefined) throw new Error('The server was not started with a readable memory.');
  const inspector = new WebSocket(address);
  await once(inspector, 'open');
  try {
    await ask(inspector, 'HeapProfiler.collectGarbage');
    const expression = 'JSON.stringify(process.memoryUsage())';
    const { result } = await ask<{ result: { value: string } }>(inspector, 'Runtime.evaluate', { expression });
    const { heapUsed, external } = JSON.parse(result.value) as NodeJS.MemoryUsage;
    return heapUsed + external;
  } finally {
    inspector.close();
  }
}

let asked = 0;

async function ask<T = object>(inspector: WebSocket, method: string, params: object = {}): Promise<T> {
  const id = (asked += 1);
  inspector.send(JSON.stringify({ id, method, params }));
  for (;;) {
    const [event] = (await once(inspector, 'message')) as [MessageEvent<string>];
    const answer = JSON.parse(event.data) as { id?: number; result: T };
    if (answer.id === id) return answer.result;
  }
}
