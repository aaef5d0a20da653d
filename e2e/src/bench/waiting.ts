import type { Browser } from 'puppeteer-core';
import { io, type Socket } from 'socket.io-client';
import { launchChromium } from '../support/browsers.ts';
import { HttpClient } from '../support/http-client.ts';
import { arriveAndWait, byTestId, click, endForEverybody, follow, saysIn, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { memoryOf, readableMemory } from '../support/server-memory.ts';
import type { Bench } from './bench.ts';
import { Crowd } from './crowd.ts';

const few = 10;
const many = 1_000;
const most = 5_000;
const name = 'Bob Example';

/**
 * Patients who wait in one clinic on one process, while staff watch the list.
 * - `memory-per-patient`: what one more of them costs, between 10 and 5,000
 * - `admit-at-…`: from the clinician's click to the call on the patient's page, in browsers; the floor is the same
 *   with 10 waiting
 * - `messages-per-change`: what 5,000 are told because of one admission; that everybody moves up is one for each
 */
export const waiting: Bench<'memory-per-patient' | 'admit-at-1000' | 'admit-at-5000' | 'messages-per-change'> = {
  cases: {
    'memory-per-patient': { unit: 'byte', target: { atMost: 60_000 } },
    'admit-at-1000': { unit: 'ms', target: { timesFloor: 2 } },
    'admit-at-5000': { unit: 'ms', target: { timesFloor: 2 } },
    'messages-per-change': { unit: 'count', target: { atMost: most + 100 } },
  },
  rounds: 7,
  prepare: async () => {
    const browser = await launchChromium();
    const clinics = [await Clinic.open(few), await Clinic.open(many), await Clinic.open(most)] as const;
    const [small, large, largest] = clinics;
    const ours = async () => {
      const atMany = await large.admitOne(browser);
      const atMost = await largest.admitOne(browser);
      return {
        'memory-per-patient': largest.memoryPerPatient,
        'admit-at-1000': atMany.took,
        'admit-at-5000': atMost.took,
        'messages-per-change': atMost.messages,
      };
    };
    const floor = async () => {
      const { took } = await small.admitOne(browser);
      return { 'admit-at-1000': took, 'admit-at-5000': took };
    };
    const close = async () => {
      await browser.close();
      await Promise.all(clinics.map((clinic) => clinic.close()));
    };
    return { contestants: { ours, floor }, versions: { chromium: (await browser.version()).split('/')[1]! }, close };
  },
};

/** A server with a clinic in which so many wait for their appointments, and a receptionist who watches. */
class Clinic {
  readonly #server: ServerProcess;
  readonly #staff: HttpClient;
  readonly #clinicId: string;
  readonly #crowd: Crowd;
  #receptionist: Socket | null = null;
  /** What one more patient costs, bytes; none where there are but a few. */
  memoryPerPatient = 0;

  private constructor(server: ServerProcess, staff: HttpClient, clinicId: string) {
    this.#server = server;
    this.#staff = staff;
    this.#clinicId = clinicId;
    this.#crowd = new Crowd(staff, server.origin, clinicId);
  }

  static async open(size: number): Promise<Clinic> {
    const server = await ServerProcess.start({ env: readableMemory });
    const staff = await HttpClient.signedInBy(server.links.admin);
    const texts = { name: 'Morning surgery', hours: null, welcome: null };
    const clinic = new Clinic(server, staff, (await staff.send('clinics.create', texts)).id);
    await clinic.#fill(size);
    const { token } = await staff.send('watch.enter', {});
    clinic.#receptionist = io(server.origin, { auth: { token }, forceNew: true, transports: ['websocket'] });
    return clinic;
  }

  /** Somebody comes without an appointment and is called in before everybody else. */
  async admitOne(browser: Browser): Promise<{ took: number; messages: number }> {
    const links = await this.#staff.send('consultations.create', { clinicId: this.#clinicId });
    const clinician = await follow(browser, links.clinicianLink);
    const patient = await arriveAndWait(browser, links.patientLink, name);
    await clinician.page.locator(`${byTestId('admit')}[aria-label*="${name}"]`).click();
    await saysIn(clinician.page, 'dialog[open]', name);
    await this.#crowd.silence();

    const before = this.#crowd.messages;
    const clicked = performance.now();
    await click(clinician.page, 'confirm-admit');
    await shows(patient.page, 'call-screen');
    const took = performance.now() - clicked;
    await this.#crowd.silence();
    const messages = this.#crowd.messages - before;

    await endForEverybody(clinician.page);
    await shows(patient.page, 'goodbye-screen');
    await Promise.all([clinician.context.close(), patient.context.close()]);
    return { took, messages };
  }

  async close(): Promise<void> {
    this.#crowd.leave();
    this.#receptionist?.disconnect();
    await this.#server.close();
  }

  async #fill(size: number): Promise<void> {
    await this.#crowd.grow(few);
    const before = await memoryOf(this.#server);
    await this.#crowd.grow(size);
    if (size > few) this.memoryPerPatient = ((await memoryOf(this.#server)) - before) / (size - few);
  }
}
