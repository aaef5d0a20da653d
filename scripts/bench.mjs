import './setup/require-node.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ensureClientBuild } from './setup/client-build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { atEnd } from './setup/lifetime.mjs';
import { main } from './setup/main.mjs';
import { ensureNetworkTools } from './setup/network-tools.mjs';
import { pinnedNode } from './setup/node.mjs';
import { root } from './setup/paths.mjs';
import { ensureWorker } from './setup/worker/index.mjs';

await main(async () => {
  await ensureDependencies();
  const worker = await ensureWorker();
  await ensureClientBuild();
  const browsers = await ensureBrowsers();
  await ensureNetworkTools();
  return measure(process.argv.slice(2), { ...browsers, MEDIASOUP_WORKER_BIN: worker });
});

/** Runs the benches, which say what they find; gives their exit code. */
async function measure(names, env) {
  const child = spawn(pinnedNode(), [join(root, 'e2e/src/bench/main.ts'), ...names], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const ended = once(child, 'exit');
  const forget = atEnd(() => child.kill('SIGTERM') && ended);
  const [code] = await ended;
  forget();
  return code ?? 1;
}
