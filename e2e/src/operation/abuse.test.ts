import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Attack } from '../attack/attack.ts';
import type { KindName } from '../attack/kinds.ts';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { handlesOf } from '../support/handles.ts';
import { HttpClient } from '../support/http-client.ts';
import { framesPresented, soundHeard, until } from '../support/media-probe.ts';
import { admit, arriveAndWait, byTestId, endForEverybody, follow, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { memoryOf, readableMemory } from '../support/server-memory.ts';

/** Those who would stay for ever, if they were let. */
const patientOnes: KindName[] = [
  'silent',
  'slowHeaders',
  'slowBody',
  'halfOpenWebSocket',
  'halfOpenPolling',
  'refusedUpgrade',
];
const busyOnes: KindName[] = ['deaf', 'guessing', 'packed'];

describe('[LIMIT-11] while the server is under attack', () => {
  let server: ServerProcess;
  let staff: HttpClient;
  let browsers: Browser[];
  let inCall: Tab[];
  const attacks: Attack[] = [];

  const attack = (count: number, mode: 'once' | 'again', kinds: KindName[]) => {
    const begun = Attack.begin(server.origin, count, mode, kinds);
    attacks.push(begun);
    return begun;
  };
  const callGoesOn = () =>
    Promise.all(inCall.flatMap(({ page }) => [framesPresented(page, byTestId('remote-video'), 30), soundHeard(page)]));

  beforeAll(async () => {
    server = await ServerProcess.start({ env: readableMemory });
    staff = await HttpClient.signedInBy(server.links.admin);
    browsers = await Promise.all([launchChromium(), launchChromium()]);
    const clinician = await follow(browsers[0]!, server.links.clinician);
    const patient = await arriveAndWait(browsers[1]!, server.links.patient, 'Ann Example');
    await admit(clinician.page, 'Ann Example');
    inCall = [clinician, patient];
    await callGoesOn();
  });
  afterEach(() => Promise.all(attacks.splice(0).map((each) => each.end())));
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
  });

  it('[LIMIT-4] a call goes on, somebody is let in, and all is given back', async () => {
    const before = { memory: await memoryOf(server), handles: await handlesOf(server.pid) };
    const slow = attack(1_200, 'once', patientOnes);
    const busy = attack(300, 'again', busyOnes);
    await Promise.all([slow.opened(1_200), busy.opened(300)]);

    await callGoesOn();
    const links = await staff.send('consultations.create', {});
    const clinician = await follow(browsers[0]!, links.clinicianLink);
    const patient = await arriveAndWait(browsers[1]!, links.patientLink, 'Bob Example');
    await admit(clinician.page, 'Bob Example');
    await shows(patient.page, 'call-screen');
    await framesPresented(patient.page, byTestId('remote-video'), 10);
    await endForEverybody(clinician.page);
    await shows(patient.page, 'goodbye-screen');
    await Promise.all([clinician.context.close(), patient.context.close()]);

    await busy.end();
    // The slow ones never go away by themselves, and do not even say goodbye.
    await until(
      () => handlesOf(server.pid),
      (now) => now <= before.handles + 5,
    );
    await callGoesOn();
    expect((await memoryOf(server)) - before.memory).toBeLessThan(20_000_000);
    expect(inCall.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
