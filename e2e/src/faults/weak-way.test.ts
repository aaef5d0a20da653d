import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { framesPresented, isWide, picturesEncoded, received, until } from '../support/media-probe.ts';
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
  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  /** @param latency from the server to the clinician, and back, ms */
  async function call(latency = 0): Promise<void> {
    const onOpen = async (page: Page, who: 'clinician' | 'patient') => {
      if (who === 'patient') emulate = await emulation(page);
      else await emulation(page, { latency });
    };
    ({ clinician, patient } = await stage.call({ onOpen }));
  }

  it('[WEAK-4] from somebody takes that picture only, and both are told', async () => {
    await call();
    await emulate({ uploadThroughput: narrow, packetQueueLength: 30 });
    await clinician.waitForSelector(tile('still'));
    await saysIn(patient, byTestId('weak'), 'We stopped your picture');
    await saysIn(clinician, byTestId('weak'), 'Their picture stands still');
    await until(
      () => picturesEncoded(patient, 1_000),
      (frames) => frames === 0,
    );
    await framesPresented(patient, picture, 20);
    expect(await patient.$(tile('seen'))).not.toBeNull();
  });

  it('[WEAK-1] [WEAK-5] from somebody that loses packets is no weakness of the way to who sees them', async () => {
    await call(80);
    await emulate({ packetLoss: 20 });
    await saysIn(clinician, byTestId('weak'), 'The connection of Ann Example is weak.');
    const said = new Set<string>();
    const { audioPackets } = await received(clinician);
    await until(
      async () => {
        said.add(
          await clinician.$$eval(byTestId('weak'), (hints) => hints.map(({ textContent }) => textContent).join()),
        );
        return (await received(clinician)).audioPackets - audioPackets;
      },
      (packets) => packets > 500,
    );
    expect([...said].filter((text) => text.includes('Your connection'))).toEqual([]);
  });

  it('[WEAK-7] data is saved by a button, which is remembered, and the other side is told', async () => {
    await call();
    await click(patient, 'save-data');
    await saysIn(patient, byTestId('weak'), 'You are saving data.');
    await saysIn(clinician, byTestId('weak'), 'Ann Example is saving data.');
    for (const page of [clinician, patient]) await isWide(page, picture, 320);

    await patient.reload();
    await patient.waitForSelector(tile('seen'));
    await saysIn(patient, byTestId('weak'), 'You are saving data.');
    await saysIn(clinician, byTestId('weak'), 'Ann Example is saving data.');

    await click(patient, 'save-data');
    for (const page of [clinician, patient]) {
      await page.waitForSelector(byTestId('weak'), { hidden: true });
      await isWide(page, picture, 640);
    }
  });
});
