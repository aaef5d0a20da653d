import type { Page } from 'puppeteer-core';

interface Interruptible extends Window {
  /** As watchPeerConnections collects them. */
  peerConnections: RTCPeerConnection[];
  cameraBusy: boolean;
  soundHeldBack: boolean;
}

/**
 * Runs in the page before its own scripts, for causes that a desk's browser has no way to bring about: another program
 * on the camera, sound that is held back. What the page makes of them is its own.
 */
export function makeInterruptible(): void {
  const page = window as unknown as Interruptible;
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    if (page.cameraBusy && constraints?.video)
      throw new DOMException('Could not start video source', 'NotReadableError');
    return ask(constraints);
  };
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (!page.soundHeldBack || this.muted) return play.call(this);
    return Promise.reject(new DOMException('The user has not touched the page', 'NotAllowedError'));
  };
}

export const cameraBusy = (page: Page, isBusy: boolean): Promise<void> =>
  page.evaluate((busy) => {
    (window as unknown as Interruptible).cameraBusy = busy;
  }, isBusy);

/** As during a phone call on an iPhone: the page's tracks of these kinds fall silent, and nothing else is said. */
export const takeDevices = (page: Page, ...kinds: Array<'audio' | 'video'>): Promise<void> =>
  page.evaluate((taken: string[]) => {
    const connections = (window as unknown as Interruptible).peerConnections;
    for (const { track } of connections.flatMap((connection) => connection.getSenders())) {
      if (track !== null && taken.includes(track.kind)) track.dispatchEvent(new Event('mute'));
    }
  }, kinds);

/** As after a phone call: whatever was playing was stopped, and until the person touches the page nothing plays. */
export const stopSound = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as Interruptible).soundHeldBack = true;
    addEventListener('pointerdown', () => ((window as unknown as Interruptible).soundHeldBack = false), { once: true });
    for (const audio of document.querySelectorAll('audio')) audio.pause();
  });

export const soundPlays = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const sounds = [...document.querySelectorAll('audio')];
    return sounds.length > 0 && sounds.every(({ paused }) => !paused);
  });

/** As when the way is cut where nobody notices: nothing is sent or received any more. */
export const fallSilent = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const connection of (window as unknown as Interruptible).peerConnections) connection.close();
  });
