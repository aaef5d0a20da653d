import type { Page } from 'puppeteer-core';

/** What a page had received of sound and picture by a moment: ms since 1970, and counts from the beginning. */
export interface Moment {
  at: number;
  /** Samples of sound that were played, and how many of those the player had to make up because none had come. */
  played: number;
  madeUp: number;
  frames: number;
}

/** The page's peer connections, as `watchPeerConnections` collects them, and what this adds. */
interface Recording extends Window {
  peerConnections: RTCPeerConnection[];
  timeline: Moment[];
}

/** Begins to note what the page receives, ten times a second, by WebRTC's own statistics. */
export const recordTimeline = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const recording = window as unknown as Recording;
    recording.timeline = [];
    setInterval(async () => {
      const moment: Moment = { at: Date.now(), played: 0, madeUp: 0, frames: 0 };
      for (const connection of recording.peerConnections.filter(({ signalingState }) => signalingState !== 'closed')) {
        for (const report of (await connection.getStats()).values()) {
          if (report.type !== 'inbound-rtp') continue;
          moment.played += report.totalSamplesReceived ?? 0;
          moment.madeUp += report.concealedSamples ?? 0;
          moment.frames += report.framesDecoded ?? 0;
        }
      }
      recording.timeline.push(moment);
    }, 100);
  });

export const timelineOf = (page: Page): Promise<Moment[]> =>
  page.evaluate(() => (window as unknown as Recording).timeline);

const within = (timeline: readonly Moment[], from: number, to: number): Moment[] =>
  timeline.filter(({ at }) => at >= from && at <= to);

/** How much of the sound that was played between two moments was made up, percent. */
export function madeUpPercent(timeline: readonly Moment[], from: number, to: number): number {
  const part = within(timeline, from, to);
  const [first, last] = [part[0]!, part.at(-1)!];
  return ((last.madeUp - first.madeUp) / (last.played - first.played)) * 100;
}

/** The longest time between two moments in which nothing was played that had really come, ms. */
export function longestGap(timeline: readonly Moment[], from: number, to: number): number {
  let [longest, since] = [0, from];
  let before: Moment | undefined;
  for (const moment of within(timeline, from, to)) {
    const real = before === undefined ? 0 : moment.played - before.played - (moment.madeUp - before.madeUp);
    if (real > 0) since = moment.at;
    longest = Math.max(longest, moment.at - since);
    before = moment;
  }
  return longest;
}

/** When the picture stood still first for so long, ms after `from`; null when it never did. */
export function pictureStopped(timeline: readonly Moment[], from: number, forMs = 2_000): number | null {
  let since: Moment | undefined;
  for (const moment of within(timeline, from, Infinity)) {
    if (since === undefined || moment.frames > since.frames) since = moment;
    else if (moment.at - since.at >= forMs) return since.at - from;
  }
  return null;
}

/** When the picture began to move again, to go on so for 3 s and more, ms after `from`; null when it never did. */
export function pictureBack(timeline: readonly Moment[], from: number): number | null {
  let [begun, last]: [Moment | undefined, Moment | undefined] = [undefined, undefined];
  for (const moment of within(timeline, from, Infinity)) {
    if (last === undefined || moment.at - last.at > 1_000) begun = undefined;
    if (last === undefined || moment.frames > last.frames) {
      if (last !== undefined) begun ??= moment;
      last = moment;
    }
    if (begun !== undefined && moment.at - begun.at >= 3_000) return begun.at - from;
  }
  return null;
}
