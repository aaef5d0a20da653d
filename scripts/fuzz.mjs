import './setup/require-node.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { main } from './setup/main.mjs';
import { withPostgres } from './setup/postgres.mjs';
import { runProgram } from './setup/program.mjs';
import { ensureWorker } from './setup/worker/index.mjs';

// Sends the server what the contract allows and what it does not, for as long as is asked for:
//     npm run fuzz -- --messages 200000 --seed 1
await main(async () => {
  await ensureDependencies();
  const worker = await ensureWorker();
  return withPostgres((url) => {
    const env = { MEDIASOUP_WORKER_BIN: worker, TEST_DATABASE_URL: url };
    return runProgram('server/src/fuzz/main.ts', process.argv.slice(2), env);
  });
});
