import type { Page } from 'puppeteer-core';
import { Network } from './network.ts';

/** Somebody else's, beside the server's. */
export const spareMediaPort = 21_002;
/** Where media comes and goes: each port of the server's is one worker's, the second one's the one that stands by. */
const mediaPorts = [21_000, 21_001, spareMediaPort];
export const mediaSettings = { RTC_PORT: `${mediaPorts[0]}`, WORKERS: '1' };

/** A network that can be made weak. Media goes by UDP alone, the only thing that can be held up. */
export async function openNetwork(): Promise<Network> {
  const network = await Network.open();
  await network.holdUp(mediaPorts);
  await network.block(mediaPorts.map((port) => ({ protocol: 'tcp', port })));
  return network;
}

/** Makes a network as weak as that of the bar, each way: 150 kbit/s, 5 % loss, 200 ms there and back. */
export async function weaken(network: Network): Promise<void> {
  network.delay(100);
  await Promise.all([network.limit({ kbitPerSecond: 150 }), network.lose(0.05)]);
}

export async function strengthen(network: Network): Promise<void> {
  network.delay(0);
  await Promise.all([network.limit(null), network.lose(0)]);
}

/** How the browser's developers' tools make a page's network bad, for what goes over UDP as well. */
interface Emulated {
  /** Bytes per second; -1 for no limit. */
  downloadThroughput?: number;
  uploadThroughput?: number;
  /** Each way, ms. */
  latency?: number;
  /** Packets of WebRTC that may wait. */
  packetQueueLength?: number;
  /** Percent of packets that are lost, each way. */
  packetLoss?: number;
}

/**
 * Gives how to make a page's network as bad as wanted, by the browser alone; to be called before any is set up.
 * @param first as bad as that from the beginning
 */
export async function emulation(page: Page, first: Emulated = {}): Promise<(wanted: Emulated) => Promise<unknown>> {
  const devTools = await page.createCDPSession();
  await devTools.send('Network.enable');
  const none = { urlPattern: '', latency: 0, downloadThroughput: ample, uploadThroughput: ample };
  const emulate = (wanted: Emulated) =>
    devTools.send('Network.emulateNetworkConditionsByRule', { matchedNetworkConditions: [{ ...none, ...wanted }] });
  // Only connections that are made under some conditions are under those that come later.
  await emulate(first);
  return emulate;
}

/** Bytes per second; more than any call takes. */
const ample = 10_000_000;
