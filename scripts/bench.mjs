import './setup/require-node.mjs';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ensureClientBuild } from './setup/client-build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureJanus } from './setup/janus.mjs';
import { main } from './setup/main.mjs';
import { ensureNetworkTools } from './setup/network-tools.mjs';
import { runProgram } from './setup/program.mjs';
import { ensureWorker } from './setup/worker/index.mjs';

await main(async () => {
  await ensureDependencies();
  const worker = await ensureWorker();
  await ensureClientBuild();
  const browsers = await ensureBrowsers();
  await ensureNetworkTools();
  await ensureJanus();
  return runProgram('e2e/src/bench/main.ts', process.argv.slice(2), { ...browsers, MEDIASOUP_WORKER_BIN: worker });
});
