import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { Attack } from '../attack/attack.ts';
import type { KindName } from '../attack/kinds.ts';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { qualityDuring, type Quality } from '../support/call-quality.ts';
import { handlesOf } from '../support/handles.ts';
import { HttpClient } from '../support/http-client.ts';
import { until } from '../support/media-probe.ts';
import { admit, arriveAndWait, byTestId, click, endForEverybody, follow, saysIn, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { memoryOf, readableMemory, rest } from '../support/server-memory.ts';
import type { Bench } from './bench.ts';

/** Bogus connections at a time, from as many addresses, of all kinds. */
const attackers = 10_000;
const allKinds: KindName[] = [
  'silent',
  'slowHeaders',
  'slowBody',
  'deaf',
  'halfOpenWebSocket',
  'halfOpenPolling',
  'refusedUpgrade',
  'guessing',
  'packed',
];
/** What is noted when somebody could not be let in at all, ms. */
const never = 60_000;
/** For how long a call is watched, ms. */
const watched = 8_000;
const quiet = {
  'frames-missing-during-abuse-percent': 0,
  'picture-still-during-abuse': 0,
  'audio-concealed-during-abuse-percent': 0,
  'admit-during-abuse': 0,
};

type AfterAttack = 'attackers' | 'memory-right-after-abuse' | 'memory-after-abuse' | 'handles-after-abuse';

/**
 * A call that is in progress while 10,000 bogus connections are held against its server by a process of their own.
 * The floor is the same call on the same server without them, in the same round.
 * - `frames-missing-…`: pictures that were not shown, of those in the quiet while before
 * - `picture-still-…`: the longest that a picture stood still
 * - `audio-concealed-…`: sound that had to be made up
 * - `admit-…`: for somebody else who comes meanwhile, from the clinician's click to the call on the patient's page
 * - `memory-right-after-abuse`: what the server holds more than before when the last of them is gone, with what limits
 *   remember of their addresses; `memory-after-abuse`: the same once that is forgotten
 * - `handles-after-abuse`: open files more than before
 */
export const abuse: Bench<keyof typeof quiet | AfterAttack> = {
  cases: {
    'frames-missing-during-abuse-percent': { unit: 'count', target: { atMost: 10 } },
    'picture-still-during-abuse': { unit: 'ms', target: { atMost: 1_000 } },
    'audio-concealed-during-abuse-percent': { unit: 'count', target: { atMost: 2 } },
    'admit-during-abuse': { unit: 'ms', target: { timesFloor: 2 } },
    attackers: { unit: 'count', target: null },
    'memory-right-after-abuse': { unit: 'byte', target: null },
    'memory-after-abuse': { unit: 'byte', target: { atMost: 20_000_000 } },
    'handles-after-abuse': { unit: 'count', target: { atMost: 10 } },
  },
  rounds: 3,
  prepare: async () => {
    const scene = await Scene.set();
    return {
      contestants: { floor: () => scene.inQuiet(), ours: () => scene.underAttack() },
      versions: { chromium: scene.chromium },
      close: () => scene.close(),
    };
  },
};

class Scene {
  readonly #server: ServerProcess;
  readonly #staff: HttpClient;
  readonly #browsers: Browser[];
  readonly #inCall: Tab[];
  readonly chromium: string;
  #framesInQuiet = 0;

  private constructor(server: ServerProcess, staff: HttpClient, browsers: Browser[], inCall: Tab[], chromium: string) {
    this.#server = server;
    this.#staff = staff;
    this.#browsers = browsers;
    this.#inCall = inCall;
    this.chromium = chromium;
  }

  static async set(): Promise<Scene> {
    const server = await ServerProcess.start({ env: readableMemory });
    const staff = await HttpClient.signedInBy(server.links.admin);
    const browsers = await Promise.all([launchChromium(), launchChromium()]);
    const [one, other] = browsers;
    const clinician = await follow(one, server.links.clinician);
    const patient = await arriveAndWait(other, server.links.patient, 'Ann Example');
    await admit(clinician.page, 'Ann Example');
    const inCall = [clinician, patient];
    await Promise.all(inCall.map(({ page }) => page.waitForSelector('[data-state="seen"]')));
    return new Scene(server, staff, browsers, inCall, (await one.version()).split('/')[1]!);
  }

  async inQuiet() {
    const before = await this.#watch();
    this.#framesInQuiet = before.frames;
    const again = await this.#watch();
    return this.#samples(again, await this.#admitOne());
  }

  async underAttack() {
    if (this.#framesInQuiet === 0) await this.inQuiet();
    const before = { memory: await memoryOf(this.#server), handles: await handlesOf(this.#server.pid) };
    const attack = Attack.begin(this.#server.origin, attackers, 'again', allKinds);
    try {
      await attack.opened(attackers);
      const samples = this.#samples(await this.#watch(), await this.#admitOneIfPossible());
      const { opened } = attack.tally;
      await attack.end();
      const handles = await this.#handlesSettled(before.handles);
      const memory = await memoryOf(this.#server);
      // How many addresses limits remember is bounded (LIMIT-8): only what stays longer was kept.
      await pause(rest);
      return {
        ...samples,
        attackers: opened,
        'memory-right-after-abuse': memory - before.memory,
        'memory-after-abuse': (await memoryOf(this.#server)) - before.memory,
        'handles-after-abuse': handles - before.handles,
      };
    } finally {
      await attack.end();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.#server.close();
  }

  async #watch(): Promise<Quality> {
    const [seen, heard] = await Promise.all(this.#inCall.map(({ page }) => qualityDuring(page, watched)));
    return {
      frames: seen!.frames + heard!.frames,
      longestStill: Math.max(seen!.longestStill, heard!.longestStill),
      concealedPercent: Math.max(seen!.concealedPercent, heard!.concealedPercent),
    };
  }

  #samples(now: Quality, admitted: number): typeof quiet {
    return {
      'frames-missing-during-abuse-percent': Math.max(0, 100 * (1 - now.frames / this.#framesInQuiet)),
      'picture-still-during-abuse': now.longestStill,
      'audio-concealed-during-abuse-percent': now.concealedPercent,
      'admit-during-abuse': admitted,
    };
  }

  /** The same, or {@link never}: that a flood keeps people out is a figure, and no failure of the bench. */
  #admitOneIfPossible(): Promise<number> {
    return this.#admitOne().catch((error: unknown) => {
      process.stderr.write(`Nobody was let in: ${String(error)}\n`);
      return never;
    });
  }

  /** Somebody else comes by a link and is let in. Gives how long that takes from the click on, ms. */
  async #admitOne(): Promise<number> {
    const links = await this.#staff.send('consultations.create', {});
    const [one, other] = this.#browsers as [Browser, Browser];
    const clinician = await follow(one, links.clinicianLink);
    const patient = await arriveAndWait(other, links.patientLink, 'Bob Example');
    await clinician.page.locator(`${byTestId('admit')}[aria-label*="Bob Example"]`).click();
    await saysIn(clinician.page, 'dialog[open]', 'Bob Example');
    const clicked = performance.now();
    await click(clinician.page, 'confirm-admit');
    await shows(patient.page, 'call-screen');
    const took = performance.now() - clicked;
    await endForEverybody(clinician.page);
    await shows(patient.page, 'goodbye-screen');
    await Promise.all([clinician.context.close(), patient.context.close()]);
    return took;
  }

  /** When the last of them are gone, or a while later with what is left. */
  async #handlesSettled(before: number): Promise<number> {
    const tooLate = performance.now() + 30_000;
    return until(
      () => handlesOf(this.#server.pid),
      (now) => now <= before || performance.now() > tooLate,
    );
  }
}
