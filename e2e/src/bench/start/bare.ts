import { createServer } from 'node:http';
import { PGlite } from '@electric-sql/pglite';
import { createWorker } from 'mediasoup';

/**
 * The least that can be started: the embedded database, one media worker, and a server that answers once both are
 * there. Arguments: the database's folder, the port on loopback.
 */
const [folder = '', port = ''] = process.argv.slice(2);
const binary = process.env['MEDIASOUP_WORKER_BIN'];

const [database] = await Promise.all([
  PGlite.create(folder),
  createWorker({ logLevel: 'error', ...(binary !== undefined && { workerBin: binary }) }),
]);
await database.query('select 1');
createServer((_request, response) => response.end()).listen(Number(port), '127.0.0.1');
process.once('SIGINT', async () => {
  await database.close();
  process.exit();
});
