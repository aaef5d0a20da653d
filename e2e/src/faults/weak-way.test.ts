import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { framesPresented, until } from '../support/media-probe.ts';
import { byTestId, click, saysIn } from '../support/people.ts';
import { Stage, usualCast } from '../support/stage.ts';
import { emulation } from '../support/weak-network.ts';

const tile = (state: string) => `${byTestId('person-tile')}[data-state="${state}"]`;
const picture = byTestId('remote-video');
/** Bytes per second: less than the smallest picture takes beside the sound. */
const narrow = 12_000;

/** One call after the other, on networks that the browser itself makes weak: no rights are needed for that. */
describe('one weak way', () => {
  let stage: Stage;
  let clinician: Page;
  let patient: Page;
  let emulate: Awaited<ReturnType<typeof emulation>>;

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
  });
  beforeEach(async () => {
    await stage.clear();
    const onOpen = async (page: Page) => (emulate = await emulation(page));
    ({ clinician, patient } = await stage.call({ onOpen }));
  });
  afterAll(() => stage.close());

  it('[WEAK-4] from somebody takes that picture only, and both are told', async () => {
    await emulate({ uploadThroughput: narrow, packetQueueLength: 30 });
    await clinician.waitForSelector(tile('still'));
    await saysIn(patient, byTestId('weak'), 'We stopped your picture');
    await saysIn(clinician, byTestId('weak'), 'Their picture stands still');
    await until(
      () => encoded(patient, 1_000),
      (frames) => frames === 0,
    );
    await framesPresented(patient, picture, 20);
    expect(await patient.$(tile('seen'))).not.toBeNull();
  });

  it('[WEAK-4] to somebody takes what that person sees, which then is not sent, and both are told', async () => {
    await emulate({ downloadThroughput: narrow, packetQueueLength: 30 });
    await patient.waitForSelector(tile('still'));
    await saysIn(patient, byTestId('weak'), 'We stopped the picture you see');
    await saysIn(clinician, byTestId('weak'), 'They do not see you at the moment');
    await until(
      () => encoded(clinician, 1_000),
      (frames) => frames === 0,
    );
    await framesPresented(clinician, picture, 20);
    // What is told of the other way may be held up on this one, so that it goes down as well for a moment.
    await clinician.waitForSelector(tile('seen'));
  });

  it('[WEAK-7] data is saved by a button, which is remembered, and the other side is told', async () => {
    await click(patient, 'save-data');
    await saysIn(patient, byTestId('weak'), 'You are saving data.');
    await saysIn(clinician, byTestId('weak'), 'Ann Example is saving data.');
    for (const page of [clinician, patient]) await isWide(page, 320);

    await patient.reload();
    await patient.waitForSelector(tile('seen'));
    await saysIn(patient, byTestId('weak'), 'You are saving data.');
    await saysIn(clinician, byTestId('weak'), 'Ann Example is saving data.');

    await click(patient, 'save-data');
    for (const page of [clinician, patient]) {
      await page.waitForSelector(byTestId('weak'), { hidden: true });
      await isWide(page, 640);
    }
  });
});

/** How many pictures the page encodes within so many ms. */
const encoded = (page: Page, within: number): Promise<number> =>
  page.evaluate(async (ms) => {
    const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
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

/** Resolves when the other one's picture is so many pixels wide. */
const isWide = (page: Page, pixels: number): Promise<unknown> =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector<HTMLVideoElement>(selector)?.videoWidth === wanted,
    {},
    picture,
    pixels,
  );
