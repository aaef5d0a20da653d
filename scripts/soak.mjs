import './setup/require-node.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { main } from './setup/main.mjs';
import { runProgram } from './setup/program.mjs';
import { ensureWorker } from './setup/worker/index.mjs';

// Lets consultations go by for as long as is asked for, and measures what is left of them:
//     npm run soak -- --visits 2000 --minutes 30
await main(async () => {
  await ensureDependencies();
  const worker = await ensureWorker();
  return runProgram('e2e/src/soak/main.ts', process.argv.slice(2), { MEDIASOUP_WORKER_BIN: worker });
});
