import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/media-probe.ts';
import { ServerProcess } from '../support/server.ts';

/** The processes started by a process, as the kernel knows them. */
async function childrenOf(pid: number): Promise<number[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    processes.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      return { pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) };
    }),
  );
  return parents.filter(({ parent }) => parent === pid).map((child) => child.pid);
}

const isRunning = (pid: number): Promise<boolean> =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(
    (stat) => !stat.includes(') Z '),
    () => false,
  );

describe('starting and stopping', () => {
  let dataDir: string;
  let server: ServerProcess | undefined;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'front-door-e2e-'));
  });
  afterEach(() => server?.stop());
  afterAll(() => rm(dataDir, { recursive: true }));

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '[OPS-5] ends cleanly on %s, with no process left',
    async (signal) => {
      server = await ServerProcess.start({ dataDir });
      const workers = await childrenOf(server.pid);
      expect(workers.length).toBeGreaterThan(0);
      expect(await server.stop(signal)).toBe(0);
      for (const pid of workers)
        await until(
          () => isRunning(pid),
          (running) => !running,
        );
    },
  );

  it('[OPS-5] leaves no worker behind even when it is killed', async () => {
    server = await ServerProcess.start({ dataDir });
    const workers = await childrenOf(server.pid);
    await server.stop('SIGKILL');
    for (const pid of workers)
      await until(
        () => isRunning(pid),
        (running) => !running,
      );
  });

  it('[OPS-2] without the demonstration prints one set-up link and nothing else', async () => {
    const empty = await ServerProcess.start({ args: ['--no-demo'] });
    await empty.close();
    expect(empty.output.match(/https?:\S+#\S+/g)).toHaveLength(1);
    expect(empty.output).toMatch(/admin account .*\n +http:\/\/localhost:\d+\/staff\/link#[\w-]{22}$/m);
  });

  it('[OPS-2] prints fresh links at the next start on the same folder, and the same one of the waiting area', async () => {
    server = await ServerProcess.start({ dataDir });
    const first = server.links;
    await server.stop();
    server = await ServerProcess.start({ dataDir });
    expect(server.links.patient).not.toBe(first.patient);
    const [before, after] = [first.clinic, server.links.clinic].map((link) => new URL(link).pathname);
    expect(before).toMatch(/^\/w\/[0-9a-z]{12}$/);
    expect(after).toBe(before);
  });

  it('[OPS-1] listens on loopback only', async () => {
    server = await ServerProcess.start({ dataDir });
    const port = Number(new URL(server.origin).port);
    // Nothing of ours on that port of any other loopback address, so another program can have it there.
    const other = createServer();
    await new Promise<void>((listening, fail) => {
      other.once('error', fail);
      other.listen(port, '127.0.0.2', listening);
    });
    other.close();
    expect(server.output).toContain('Only this computer can open these links');
  });

  it('names a wrong setting, and an option that does not exist, in one line', async () => {
    await expect(ServerProcess.start({ dataDir, env: { PORT: 'many' } })).rejects.toThrow(/PORT: /);
    await expect(ServerProcess.start({ dataDir, args: ['--demo'] })).rejects.toThrow('Unknown option --demo');
  });

  it('refuses a data folder that another server holds', async () => {
    server = await ServerProcess.start({ dataDir });
    await expect(ServerProcess.start({ dataDir })).rejects.toThrow('Another server already runs');
  });
});
