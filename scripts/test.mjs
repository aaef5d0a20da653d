import './setup/require-node.mjs';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ensureClientBuild } from './setup/client-build.mjs';
import { ensureCoturn } from './setup/coturn.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { main } from './setup/main.mjs';
import { ensureNetworkTools } from './setup/network-tools.mjs';
import { withPostgres } from './setup/postgres.mjs';
import { ensureWorker } from './setup/worker/index.mjs';
import { runTests } from './test/run-tests.mjs';

await main(async () => {
  await ensureDependencies();
  const worker = await ensureWorker();
  await ensureClientBuild();
  const browsers = await ensureBrowsers();
  await ensureNetworkTools();
  await ensureCoturn();
  const runOn = (databaseUrl) =>
    runTests(process.argv.slice(2), { ...browsers, MEDIASOUP_WORKER_BIN: worker, TEST_DATABASE_URL: databaseUrl });

  const given = process.env.TEST_DATABASE_URL;
  const { passed, failed, skipped } = await (given ? runOn(given) : withPostgres(runOn));
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
