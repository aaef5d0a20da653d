import './setup/require-node.mjs';
import { ensureClientBuild } from './setup/client-build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { main } from './setup/main.mjs';
import { runServer } from './setup/server.mjs';
import { ensureWorker } from './setup/worker/index.mjs';

await main(async () => {
  await ensureDependencies();
  const worker = await ensureWorker();
  await ensureClientBuild();
  return runServer(process.argv.slice(2), { MEDIASOUP_WORKER_BIN: worker });
});
