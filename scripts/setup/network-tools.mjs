import { getuid, platform } from 'node:process';
import { findCommand } from './paths.mjs';
import { ensureInstalled } from './system-packages.mjs';

/** What makes networks for the tests. Only root may make them; for anybody else those tests are skipped. */
export async function ensureNetworkTools() {
  if (platform !== 'linux' || getuid?.() !== 0) return;
  await ensureInstalled('to test on bad networks', [
    { package: 'iproute2', isThere: () => findCommand('tc') !== undefined && findCommand('ip') !== undefined },
    { package: 'iptables', isThere: () => findCommand('iptables') !== undefined },
  ]);
}
