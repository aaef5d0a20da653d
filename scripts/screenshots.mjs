import './setup/require-node.mjs';
import { join } from 'node:path';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ensureClientBuild } from './setup/client-build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { main } from './setup/main.mjs';
import { pinnedNode } from './setup/node.mjs';
import { root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { ensureWorker } from './setup/worker/index.mjs';

await main(async () => {
  await ensureDependencies();
  const worker = await ensureWorker();
  await ensureClientBuild();
  const browsers = await ensureBrowsers();
  await run(pinnedNode(), [join(root, 'e2e/src/access/screenshots.ts'), ...process.argv.slice(2)], {
    env: { ...process.env, ...browsers, MEDIASOUP_WORKER_BIN: worker },
    onLine: (line) => console.log(line),
  });
  return 0;
});
