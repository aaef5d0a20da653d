import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, openTab } from '../support/browsers.ts';
import { framesPresented, soundHeard, watchPeerConnections } from '../support/media-probe.ts';
import { Network, whyNoNetworks } from '../support/network.ts';
import { admit, byTestId, giveDetails, turnOnDevices } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { noteSocketMessages } from '../support/socket-messages.ts';
import type { Bench } from './bench.ts';
import { Floor } from './floor/floor.ts';
import { mediaSince, noteSteps, stepsBetween } from './network-steps.ts';

/** How long a call is left alone before the next thing happens to its network, ms. */
const settling = 3_000;
/** How long an outage lasts, ms, by chance between these: so no beat of retries is met at the same point every time. */
const outage = [10_000, 25_000] as const;
/** What may still be in the pipe when the network is gone, ms: it proves nothing. */
const leftover = 400;
/** A call that is not back by then counts as that long, ms. */
const patience = 60_000;

const target = { atMost: 10_000 };

/**
 * One call, to whose network one thing after the other happens. How long it takes until both sides have sound and
 * picture of the other again:
 * - `roamed`: from when the patient's device went to another network
 * - `udp-blocked`: from when no UDP gets through any more
 * - `plugged-in`: from when there is a network again, after an outage the device knows of
 * - `mended`: the same after one that no device knows of
 *
 * The floor is a cold join of a bare page, which has nothing to find out first. What the patient's page did meanwhile is
 * printed for each, and when the clinician had sound and picture and when the patient.
 */
const cases = {
  roamed: { unit: 'ms', target },
  'udp-blocked': { unit: 'ms', target },
  'plugged-in': { unit: 'ms', target },
  mended: { unit: 'ms', target },
} as const;

type Name = keyof typeof cases;

export const network: Bench<Name> = {
  cases,
  rounds: 5,
  prepare: async () => {
    if (whyNoNetworks !== null) throw new Error(whyNoNetworks);
    const way = await Network.open();
    const server = await ServerProcess.start({ env: { HOST: way.serverAddress } });
    const trusted = [`--unsafely-treat-insecure-origin-as-secure=${server.origin}`];
    const browsers = await Promise.all([launchChromium(trusted), launchChromium(trusted, { network: way })]);
    const floor = await Floor.prepare();
    const pages = await openCall(server, browsers);
    return {
      contestants: {
        ours: () => wholeRound(way, pages),
        floor: async () => {
          const { picture } = await floor.join(browsers[0]);
          return { roamed: picture, 'udp-blocked': picture, 'plugged-in': picture, mended: picture };
        },
      },
      versions: { chromium: (await browsers[0].version()).split('/')[1]! },
      close: async () => {
        floor.close();
        await Promise.all(browsers.map((browser) => browser.close()));
        await server.close();
        await way.remove();
      },
    };
  },
};

async function openCall(server: ServerProcess, browsers: Browser[]): Promise<[Page, Page]> {
  const tabs = await Promise.all(
    browsers.map((browser) => openTab(browser, [watchPeerConnections, noteSteps, noteSocketMessages])),
  );
  const [clinician, patient] = tabs.map(({ page }) => page) as [Page, Page];
  await clinician.goto(server.links.clinician);
  await patient.goto(server.links.patient);
  await giveDetails(patient, 'Ann Example');
  await turnOnDevices(patient);
  await admit(clinician, 'Ann Example');
  return [clinician, patient];
}

async function wholeRound(way: Network, pages: [Page, Page]): Promise<Record<Name, number>> {
  const waiting = () => pause(randomInt(...outage));
  const measured = async (name: Name, change: () => Promise<void>, after = leftover) => {
    const took = await untilBack(name, pages, change, after);
    await pause(settling);
    return took;
  };
  await inConversation(pages);
  await pause(settling);
  const roamed = await measured('roamed', () => way.roam());
  const blocked = await measured('udp-blocked', () => way.block([{ protocol: 'udp' }]));
  await way.block([]);
  await way.unplug();
  await waiting();
  const pluggedIn = await measured('plugged-in', () => way.plug(), 0);
  await way.cut();
  await waiting();
  const mended = await measured('mended', () => way.mend(), 0);
  return { roamed, 'udp-blocked': blocked, 'plugged-in': pluggedIn, mended };
}

const inConversation = (pages: Page[]): Promise<unknown> =>
  Promise.all(pages.flatMap((page) => [framesPresented(page, byTestId('remote-video'), 20), soundHeard(page)]));

async function untilBack(name: Name, pages: Page[], change: () => Promise<void>, after: number): Promise<number> {
  const begun = Date.now();
  await change();
  const from = Date.now() + after;
  for (;;) {
    const times = (await Promise.all(pages.map((page) => mediaSince(page, from)))).flat();
    const isLost = Date.now() - begun > patience;
    if (times.includes(null) && !isLost) {
      await pause(200);
      continue;
    }
    const back = isLost ? begun + patience : Math.max(...(times as number[]));
    const steps = await stepsBetween(pages[1]!, begun, back);
    const toSeconds = (at: number | null) => (at === null ? 'never' : ((at - begun) / 1_000).toFixed(1));
    const said = steps.map(({ at, what }) => `${toSeconds(at)} ${what}`).join(', ');
    process.stderr.write(`  ${name} ${toSeconds(back)} s (each: ${times.map(toSeconds).join(' ')}): ${said}\n`);
    return back - begun;
  }
}
