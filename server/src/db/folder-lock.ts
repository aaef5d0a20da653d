import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:net';

/**
 * Takes a folder for this process, until the returned function is called or the process dies, however suddenly.
 * Throws when another process holds it: two on one embedded database would destroy it.
 *
 * The lock is a socket in Linux's abstract namespace, which the kernel lets go with its process: unlike a lock file,
 * it cannot be left behind.
 */
export async function holdFolder(folder: string): Promise<() => void> {
  if (process.platform !== 'linux') return () => {};
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex');
  const server = createServer();
  server.unref();
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'EADDRINUSE' ? new Error(`Another server already runs on the data folder ${folder}`) : error);
    });
    server.listen(`\0front-door-${name}`, done);
  });
  return () => server.close();
}
