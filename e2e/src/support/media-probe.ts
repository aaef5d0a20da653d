import type { Page } from 'puppeteer-core';
import { inTime } from './in-time.ts';

/** A peer connection that the page may close at any moment. */
interface Watched extends RTCPeerConnection {
  /** Null when it is closed, or gets closed before it has answered. */
  statsWhileOpen(): Promise<RTCStatsReport | null>;
}

/** The page's peer connections, as {@link watchPeerConnections} collects them. */
interface Probed extends Window {
  peerConnections: Watched[];
}

/** Runs in the page before its own scripts: keeps hold of every peer connection that is ever made. */
export function watchPeerConnections(): void {
  const probed = window as unknown as Probed;
  probed.peerConnections = [];
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original implements Watched {
    readonly #closed = Promise.withResolvers<null>();

    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      probed.peerConnections.push(this);
    }

    override close(): void {
      super.close();
      this.#closed.resolve(null);
    }

    // Firefox never answers for a connection that is closed meanwhile, as the check's is when the patient is let in.
    statsWhileOpen(): Promise<RTCStatsReport | null> {
      return Promise.race([this.#closed.promise, this.getStats()]);
    }
  };
}

/** How many peer connections the page has made so far. */
export const peerConnectionCount = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Probed).peerConnections.length);

/** How many of them carry something, or could. */
export const connectedCount = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (window as unknown as Probed).peerConnections.filter(
        ({ connectionState }) => connectionState === 'connected' || connectionState === 'connecting',
      ).length,
  );

/** How many of them the page has given up. */
export const closedCount = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (window as unknown as Probed).peerConnections.filter(({ connectionState }) => connectionState === 'closed')
        .length,
  );

/** The server's port over which the page's latest call goes, or will go. */
export const mediaPort = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const described = (window as unknown as Probed).peerConnections.map(({ remoteDescription }) => remoteDescription);
    const latest = described.findLast((description) => description !== null);
    return Number(/^a=candidate:\S+ \d+ udp \d+ \S+ (\d+) /m.exec(latest?.sdp ?? '')?.[1]);
  });

/** The way that each open peer connection of the page takes, once all of them have one. */
export const waysTaken = (page: Page): Promise<Way[]> =>
  until(
    () =>
      page.evaluate(async () => {
        const ways: Array<Way | null> = [];
        for (const connection of (window as unknown as Probed).peerConnections) {
          const stats = await connection.statsWhileOpen();
          if (stats === null) continue;
          const all = [...stats.values()];
          const used = all.find((report) => report.type === 'transport')?.selectedCandidatePairId;
          const pair = stats.get(used ?? '');
          const [near, far] = [stats.get(pair?.localCandidateId), stats.get(pair?.remoteCandidateId)];
          ways.push(
            near && far
              ? {
                  type: near.candidateType,
                  relayedBy: near.relayProtocol ?? null,
                  protocol: far.protocol,
                  to: far.address,
                }
              : null,
          );
        }
        return ways;
      }),
    (ways): ways is Way[] => ways.length > 0 && !ways.includes(null),
  ) as Promise<Way[]>;

interface Way {
  /** `relay`, or how the browser's own address was found. */
  type: string;
  /** How the browser reaches the relay: `udp`, `tcp` or `tls`; null without one. */
  relayedBy: string | null;
  /** How the server is reached in the end. */
  protocol: string;
  /** The server's address. */
  to: string;
}

/** What the page has ever asked to send or receive over any connection, open or closed, and what it sends of it. */
export const mediaOffered = (page: Page): Promise<{ kinds: string[]; tracksSent: number }> =>
  page.evaluate(() => {
    const connections = (window as unknown as Probed).peerConnections;
    const parts = connections.flatMap(({ localDescription }) => [
      ...(localDescription?.sdp ?? '').matchAll(/^m=(\w+)/gm),
    ]);
    const senders = connections.flatMap((connection) => connection.getSenders());
    return {
      kinds: [...new Set(parts.map(([, kind]) => kind!))],
      tracksSent: senders.filter(({ track }) => track !== null).length,
    };
  });

/** What has come in over all open peer connections of the page, by WebRTC's own statistics. */
export interface Received {
  /** RFC-defined energy of what is heard: only sound makes it grow. */
  audioEnergy: number;
  audioPackets: number;
  framesDecoded: number;
  videoPackets: number;
}

export const received = (page: Page): Promise<Received> =>
  page.evaluate(async () => {
    const sum = { audioEnergy: 0, audioPackets: 0, framesDecoded: 0, videoPackets: 0 };
    for (const connection of (window as unknown as Probed).peerConnections) {
      const stats = await connection.statsWhileOpen();
      for (const report of stats?.values() ?? []) {
        if (report.type !== 'inbound-rtp') continue;
        if (report.kind === 'audio') {
          sum.audioEnergy += report.totalAudioEnergy ?? 0;
          sum.audioPackets += report.packetsReceived ?? 0;
        } else {
          sum.framesDecoded += report.framesDecoded ?? 0;
          sum.videoPackets += report.packetsReceived ?? 0;
        }
      }
    }
    return sum;
  });

/** Resolves when the picture in `selector` has really changed that many times, on the screen's own account. */
export const framesPresented = (page: Page, selector: string, atLeast: number): Promise<void> =>
  inTime(`${atLeast} frames in ${selector}`, present(page, selector, atLeast));

async function present(page: Page, selector: string, atLeast: number): Promise<void> {
  const video = await page.waitForSelector(selector);
  await video!.evaluate(
    (element, wanted) =>
      new Promise<void>((moved) => {
        const remote = element as HTMLVideoElement;
        let last: number | null = null;
        let changes = 0;
        const onFrame: VideoFrameRequestCallback = (_now, { presentedFrames }) => {
          // Of a picture that is opened anew they are counted from the beginning.
          if (last !== null) changes += presentedFrames < last ? presentedFrames : presentedFrames - last;
          last = presentedFrames;
          if (changes >= wanted) moved();
          else remote.requestVideoFrameCallback(onFrame);
        };
        remote.requestVideoFrameCallback(onFrame);
      }),
    atLeast,
  );
}

/** Asks again until the answer is as wanted. The test's own time limit ends it. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await new Promise((again) => setTimeout(again, 100));
  }
}

/** Resolves when sound is heard: its energy has grown since the call. */
export const soundHeard = (page: Page): Promise<void> => inTime('sound', hear(page));

async function hear(page: Page): Promise<void> {
  const energy = new Growth();
  const packets = new Growth();
  await until(
    () => received(page),
    (now) => {
      const heard = energy.note(now.audioEnergy);
      return packets.note(now.audioPackets) > 10 && heard > 0;
    },
  );
}

/** By how much something has grown that is counted from the beginning whenever it is opened anew. */
export class Growth {
  #last: number | null = null;
  #sum = 0;

  note(count: number): number {
    if (this.#last !== null) this.#sum += count < this.#last ? count : count - this.#last;
    this.#last = count;
    return this.#sum;
  }
}

/** How many pictures the page encodes within so many ms. */
export const picturesEncoded = (page: Page, within: number): Promise<number> =>
  page.evaluate(async (ms) => {
    const { peerConnections } = window as unknown as Probed;
    const count = async () => {
      let frames = 0;
      for (const connection of peerConnections) {
        for (const report of (await connection.getStats()).values()) {
          if (report.type === 'outbound-rtp' && report.kind === 'video') frames += report.framesEncoded;
        }
      }
      return frames;
    };
    const before = await count();
    await new Promise((later) => setTimeout(later, ms));
    return (await count()) - before;
  }, within);

/** Resolves when a picture is so many pixels wide. */
export const isWide = (page: Page, picture: string, pixels: number): Promise<unknown> =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector<HTMLVideoElement>(selector)?.videoWidth === wanted,
    {},
    picture,
    pixels,
  );
