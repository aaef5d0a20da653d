import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from './browsers.ts';
import { framesPresented, Growth } from './media-probe.ts';

interface Cinema extends Window {
  /** Puts another picture in the place of the one before. */
  change: () => void;
  /** Resolves when the picture has changed that many times. */
  show(frames: number): Promise<void>;
  /** How many frames somebody else has asked to be told of. */
  asked: number;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

function openCinema(): void {
  const cinema = window as unknown as Cinema;
  const video = document.createElement('video');
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d')!;
  const told = HTMLVideoElement.prototype.requestVideoFrameCallback.bind(video);
  video.muted = true;
  video.autoplay = true;
  cinema.asked = 0;
  video.requestVideoFrameCallback = (callback) => {
    cinema.asked += 1;
    return told(callback);
  };
  document.body.append(video);
  cinema.change = () => (video.srcObject = canvas.captureStream());
  cinema.show = async (frames) => {
    let drawing = 0;
    const draw = (now: number) => {
      brush.fillStyle = `rgb(${Math.floor(now) % 256},0,0)`;
      brush.fillRect(0, 0, canvas.width, canvas.height);
      drawing = requestAnimationFrame(draw);
    };
    draw(0);
    for (let frame = 0; frame < frames; frame += 1) await new Promise(told);
    cancelAnimationFrame(drawing);
  };
  cinema.change();
}

it('counts the frames of a picture that is opened anew in the middle', async () => {
  const page = await browser.newPage();
  await page.evaluate(openCinema);
  const show = (frames: number) => page.evaluate((count) => (window as unknown as Cinema).show(count), frames);
  const asked = (times: number) => page.waitForFunction((n) => (window as unknown as Cinema).asked >= n, {}, times);
  await show(60);
  const moved = framesPresented(page, 'video', 20);
  await asked(1);
  await show(1);
  await asked(2);
  await page.evaluate(() => (window as unknown as Cinema).change());
  await show(20);
  await moved;
});

it('counts what is heard over connections that are opened anew in the middle', () => {
  const growth = new Growth();
  expect([500, 510, 3, 5].map((packets) => growth.note(packets))).toEqual([0, 10, 13, 15]);
});
