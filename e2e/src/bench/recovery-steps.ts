import type { Page } from 'puppeteer-core';
import { byTestId } from '../support/people.ts';
import type { ServerProcess } from '../support/server.ts';
import { socketMessages } from '../support/socket-messages.ts';

/** When each step of a recovery was done, in ms since the kill. */
export interface Steps {
  'until-noticed': number;
  'until-told': number;
  'until-connected': number;
  'until-first-picture': number;
}

interface Noting extends Window {
  /** When each peer connection of the page came to stand, in ms since 1970. */
  connectedAt: number[];
}

/** Runs in the page before its own scripts. */
export function noteConnections(): void {
  const connectedAt: number[] = [];
  (window as unknown as Noting).connectedAt = connectedAt;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') connectedAt.push(Date.now());
      });
    }
  };
}

/** When the first and the second picture were there of the stream that takes the present one's place, in ms since 1970. */
export const nextPictures = (page: Page): Promise<number[]> =>
  page.$eval(
    byTestId('remote-video'),
    (element) =>
      new Promise<number[]>((done) => {
        const video = element as HTMLVideoElement;
        const shown = () => (video.srcObject as MediaStream | null)?.getTracks()[0];
        const before = shown();
        const pictures: number[] = [];
        const look = () => {
          if (shown() !== before) pictures.push(Date.now());
          if (pictures.length === 2) done(pictures);
          else video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
      }),
  );

/** When the server knew that a worker is dead, by its log, in ms since 1970. */
export function noticedAt(server: ServerProcess): number {
  const line = server.output.split('\n').find((logged) => logged.includes('media worker died'))!;
  return Date.parse((JSON.parse(line) as { time: string }).time);
}

/** The page's steps from a kill at `killed`, in ms since 1970. */
export async function pageSteps(page: Page, killed: number) {
  const messages = (await socketMessages(page)).filter(({ at, sent }) => !sent && at >= killed);
  const saidAt = (what: string) => messages.find(({ text }) => text.includes(what))!.at;
  const connectedAt = await page.evaluate(() => (window as unknown as Noting).connectedAt);
  return { told: saidAt('media:lost') - killed, connected: connectedAt.at(-1)! - killed };
}
