import type { Page } from 'puppeteer-core';
import { socketMessages } from '../support/socket-messages.ts';

/** Something that happened on a page: when, in ms since 1970, and what. */
export interface Step {
  at: number;
  what: string;
}

/** The page's peer connections, as `watchPeerConnections` collects them, and what this adds. */
interface Noting extends Window {
  peerConnections: RTCPeerConnection[];
  steps: Step[];
}

/**
 * Runs in the page before its own scripts, after `watchPeerConnections`: notes what the browser says of the network, how
 * the page asks to come back, and twenty times a second whether sound and pictures come.
 */
export function noteSteps(): void {
  const noting = window as unknown as Noting;
  noting.steps = [];
  const note = (what: string) => noting.steps.push({ at: Date.now(), what });
  for (const event of ['online', 'offline']) window.addEventListener(event, () => note(event));

  const plain = window.fetch;
  window.fetch = async (asked, init) => {
    if (asked !== '/api/visits/resume') return plain(asked, init);
    note('token asked');
    try {
      const response = await plain(asked, init);
      note('token');
      return response;
    } catch (error) {
      note(`no token (${(error as Error).name})`);
      throw error;
    }
  };

  const last = { sound: 0, picture: 0 };
  setInterval(async () => {
    const now = { sound: 0, picture: 0 };
    for (const connection of noting.peerConnections.filter(({ signalingState }) => signalingState !== 'closed')) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp') continue;
        if (report.kind === 'audio') now.sound += report.packetsReceived ?? 0;
        else now.picture += report.framesDecoded ?? 0;
      }
    }
    for (const what of ['sound', 'picture'] as const) if (now[what] > last[what]) note(what);
    Object.assign(last, now);
  }, 50);
}

/** When sound and picture came for the first time since `from`, in ms since 1970; null before. */
export const mediaSince = (page: Page, from: number): Promise<Array<number | null>> =>
  page.evaluate(
    (since) =>
      ['sound', 'picture'].map(
        (wanted) =>
          (window as unknown as Noting).steps.find(({ at, what }) => at >= since && what === wanted)?.at ?? null,
      ),
    from,
  );

/** What the page did in between, media left out. */
export async function stepsBetween(page: Page, from: number, to: number): Promise<Step[]> {
  const noted = await page.evaluate(() => (window as unknown as Noting).steps);
  const asked = (await socketMessages(page)).flatMap(({ at, text }) => {
    const name = /"(visit:welcome|transport:restart-ice|media:open)"/.exec(text)?.[1];
    return name === undefined ? [] : [{ at, what: name }];
  });
  return [...noted, ...asked]
    .filter(({ at, what }) => at >= from && at <= to && what !== 'sound' && what !== 'picture')
    .toSorted((a, b) => a.at - b.at);
}
