import { describe, expect, it } from 'vitest';
import { meetInCall } from '../testing/meeting.ts';
import { RawSocket } from '../testing/raw-socket.ts';
import { childProcesses } from '../testing/processes.ts';
import { startTestServer } from '../testing/test-server.ts';
import { exchange } from '../testing/visitor.ts';

describe('[OPS-5] the end of the server', () => {
  it('is the end of its workers, in the middle of a call, with somebody who does not answer the goodbye', async () => {
    const server = await startTestServer({ workers: 2 });
    const { patientSecret, patient } = await meetInCall(server);
    const raw = await RawSocket.join(
      server.app.origin,
      (await exchange(server.app.origin, patientSecret, 'guest')).token,
    );
    raw.stopReading();
    expect(await childProcesses()).toHaveLength(3);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect.poll(childProcesses).toEqual([]);
    await expect.poll(() => patient.socket.connected).toBe(false);
    expect(server.logged).toEqual([]);
    raw.close();
  });
});
