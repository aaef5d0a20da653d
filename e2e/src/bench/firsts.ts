import type { Page } from 'puppeteer-core';
import { inTime } from '../support/in-time.ts';

/** When a page first had what, in ms since 1970. */
export interface Firsts {
  /** The page: the beginning of its navigation. */
  opened: number;
  /** A picture of somebody else, presented. */
  picture: number;
  /** Sound of somebody else that can be heard: the first samples that were handed on to be played and are not silence. */
  sound: number;
}

/** Another size of the picture than before. */
interface Size {
  at: number;
  width: number;
}

interface Noting extends Window {
  firsts: Partial<Firsts> & { opened: number; ownPicture?: number; clicked?: number; sizes: Size[] };
}

/** Browsers know it, TypeScript does not. */
interface Samples {
  numberOfFrames: number;
  copyTo: (into: Float32Array, options: { planeIndex: number; format: 'f32-planar' }) => void;
  close: () => void;
}
declare class MediaStreamTrackProcessor {
  constructor(init: { track: MediaStreamTrack });
  readable: ReadableStream<Samples>;
}

/** Runs in the page before its own scripts. */
export function noteFirsts(): void {
  const firsts: Noting['firsts'] = { opened: performance.timeOrigin, sizes: [] };
  (window as unknown as Noting).firsts = firsts;
  const epoch = (time: number) => performance.timeOrigin + time;

  document.addEventListener('click', ({ timeStamp }) => (firsts.clicked = epoch(timeStamp)), true);

  // Pictures, from the moment that an element for one is there.
  const watched = new WeakSet<Element>();
  new MutationObserver(() => {
    for (const video of document.querySelectorAll('video')) {
      if (watched.has(video)) continue;
      watched.add(video);
      const isOwn = video.dataset['testid'] === 'self-video';
      const look: VideoFrameRequestCallback = (_now, { width }) => {
        const at = epoch(performance.now());
        if (isOwn) return void (firsts.ownPicture ??= at);
        firsts.picture ??= at;
        if (firsts.sizes.at(-1)?.width !== width) firsts.sizes.push({ at, width });
        video.requestVideoFrameCallback(look);
      };
      video.requestVideoFrameCallback(look);
    }
  }).observe(document, { subtree: true, childList: true });

  // Sound, up to the first that is not silence.
  const listen = async (track: MediaStreamTrack) => {
    const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const samples = new Float32Array(value.numberOfFrames);
      value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
      value.close();
      if (samples.some((sample) => Math.abs(sample) > 0.01)) break;
    }
    firsts.sound ??= epoch(performance.now());
    await reader.cancel();
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ track }) => {
        if (track.kind === 'audio') void listen(track);
      });
    }
  };
}

/** How often a page is asked whether it has noted something, ms: seldom, so that the asking delays nothing. */
const polling = 100;

/** Resolves when both are there. */
export async function firstsOf(page: Page): Promise<Firsts> {
  const both = page.waitForFunction(
    () => {
      const { firsts } = window as unknown as Noting;
      return firsts.picture !== undefined && firsts.sound !== undefined && firsts;
    },
    { polling },
  );
  return (await (await inTime('the first picture and sound', both)).jsonValue()) as Firsts;
}

/** Resolves when the page shows the person's own picture. */
export async function ownPictureAt(page: Page): Promise<{ opened: number; ownPicture: number }> {
  const shown = page.waitForFunction(
    () => {
      const { firsts } = window as unknown as Noting;
      return firsts.ownPicture !== undefined && firsts;
    },
    { polling },
  );
  return (await (await inTime('the own picture', shown)).jsonValue()) as { opened: number; ownPicture: number };
}

/** When somebody else's picture was first so wide, in ms since 1970; resolves when it is. */
export async function fullSizeAt(page: Page, width: number): Promise<number> {
  const wide = page.waitForFunction(
    (wanted) => (window as unknown as Noting).firsts.sizes.find((size) => size.width >= wanted)?.at,
    { polling, timeout: 0 },
    width,
  );
  return (await (await inTime(`a picture ${width} wide`, wide)).jsonValue())!;
}

/** When the page was last clicked, in ms since 1970. */
export const clickedAt = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Noting).firsts.clicked!);
