import type { Page } from 'puppeteer-core';

/** What one person saw and heard in a while. */
export interface Quality {
  /** Pictures that were really shown. */
  frames: number;
  /** The longest that the picture stood still, ms. */
  longestStill: number;
  /** How much of the sound was made up because it did not come in time, percent. */
  concealedPercent: number;
}

interface Probed extends Window {
  peerConnections: RTCPeerConnection[];
}

/** Watches and listens for so long, ms, to what others send to a page opened with `watchPeerConnections`. */
export function qualityDuring(page: Page, ms: number): Promise<Quality> {
  return page.evaluate(async (duration) => {
    const sound = async () => {
      const sum = { concealed: 0, all: 0 };
      for (const connection of (window as unknown as Probed).peerConnections) {
        if (connection.connectionState === 'closed') continue;
        for (const report of (await connection.getStats()).values()) {
          if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
          // Where nothing is spoken, what is made up is silence.
          sum.concealed += (report.concealedSamples ?? 0) - (report.silentConcealedSamples ?? 0);
          sum.all += report.totalSamplesReceived ?? 0;
        }
      }
      return sum;
    };
    const before = await sound();
    const video = document.querySelector<HTMLVideoElement>('[data-testid="remote-video"]')!;
    const seen = await new Promise<{ frames: number; longestStill: number }>((done) => {
      let first: number | null = null;
      let last = performance.now();
      let frames = 0;
      let longestStill = 0;
      const note: VideoFrameRequestCallback = (now, { presentedFrames }) => {
        first ??= presentedFrames;
        frames = presentedFrames - first;
        longestStill = Math.max(longestStill, now - last);
        last = now;
        video.requestVideoFrameCallback(note);
      };
      video.requestVideoFrameCallback(note);
      setTimeout(() => done({ frames, longestStill: Math.max(longestStill, performance.now() - last) }), duration);
    });
    const after = await sound();
    const heard = after.all - before.all;
    const concealedPercent = heard === 0 ? 100 : (100 * (after.concealed - before.concealed)) / heard;
    return { ...seen, concealedPercent };
  }, ms);
}
