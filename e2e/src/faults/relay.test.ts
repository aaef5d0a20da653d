import { Coturn } from '@front-door/server/src/testing/coturn.ts';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openTab, type Tab } from '../support/browsers.ts';
import { HttpClient } from '../support/http-client.ts';
import { inTime } from '../support/in-time.ts';
import { peerConnectionCount, until, watchPeerConnections, waysTaken } from '../support/media-probe.ts';
import { admit, follow, giveDetails, shows, turnOnDevices } from '../support/people.ts';
import { relayNames, relayOnly } from '../support/relay-only.ts';
import { ServerProcess } from '../support/server.ts';
import { talk } from '../support/sitting.ts';
import { StaffSocket } from '../support/staff-socket.ts';

describe('a call by way of the relay alone', () => {
  let coturn: Coturn;
  let server: ServerProcess;
  let staff: HttpClient;
  let browser: Browser;
  /** Checks the connection while others are in a call. */
  let waiting: Awaited<ReturnType<typeof meet>>;

  beforeAll(async () => {
    coturn = await Coturn.start({ media: '127.0.0.1' });
    const env = { TURN_URLS: Object.values(coturn.urls).join(), TURN_SECRET: coturn.secret, TURN_LIFETIME: '10' };
    server = await ServerProcess.start({ env });
    staff = await HttpClient.signedInBy(server.links.admin);
    browser = await launchChromium(['--ignore-certificate-errors']);
    waiting = await meet('tls');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await coturn.close();
  });

  /** A clinician with a free way, and a patient who has none but the relay, and waits. */
  async function meet(by: 'udp' | 'tcp' | 'tls') {
    const made = await staff.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
    const [clinician, patient] = [await follow(browser, made.clinicianLink), await openTab(browser)];
    await relayOnly(patient.page, by);
    await patient.page.evaluateOnNewDocument(watchPeerConnections);
    await patient.page.goto(made.patientLink);
    await giveDetails(patient.page, 'Ann Example');
    await turnOnDevices(patient.page);
    return { id: made.id, clinician, patient };
  }

  async function call({ clinician, patient }: { clinician: Tab; patient: Tab }, by: 'udp' | 'tcp' | 'tls') {
    await admit(clinician.page, 'Ann Example');
    await talk(clinician.page, patient.page);
    const relayed = { type: 'relay', relayedBy: by, protocol: 'udp', to: '127.0.0.1' };
    expect(await waysTaken(patient.page)).toEqual([relayed, relayed]);
  }

  it('[TURN-5] that is reached over UDP, or over TCP: both see and hear each other', async () => {
    const calls = (['udp', 'tcp'] as const).map(async (by) => {
      const people = await meet(by);
      await call(people, by);
      await Promise.all([people.clinician, people.patient].map(({ context }) => context.close()));
    });
    await Promise.all(calls);
  });

  it('[TURN-6] the check beforehand finds out that nothing but the relay gets through', async () => {
    const desk = await StaffSocket.atDesk(server.origin, staff);
    const connection = await inTime(
      'the check',
      until(
        async () => desk.rooms.get(waiting.id)?.people.find(({ role }) => role === 'patient')?.report?.connection,
        (found) => found !== undefined,
      ),
    );
    expect(connection).toMatchObject({ udp: false, tcp: false, turn: 'works', loss: expect.any(Number) });
    desk.close();
  });

  it('[TURN-5] that is reached over TLS: both see and hear each other', () => call(waiting, 'tls'));

  it('[TURN-4] goes on when what opened the relay is over, and with a fresh one when the relay itself was gone', async () => {
    const { clinician, patient } = waiting;
    const connections = await peerConnectionCount(patient.page);
    const [name] = await relayNames(patient.page);
    const over = Number(name!.split(':')[0]) * 1_000;
    await until(
      async () => Date.now(),
      (now) => now > over,
    );
    await talk(clinician.page, patient.page);
    await coturn.stop();
    await shows(patient.page, 'media-failing');
    await coturn.run();
    await talk(clinician.page, patient.page);
    expect(await peerConnectionCount(patient.page)).toBe(connections);
    expect(await relayNames(patient.page)).not.toContain(name);
    expect((await waysTaken(patient.page)).map(({ type }) => type)).toEqual(['relay', 'relay']);
  });

  it('[PAGE-1] and the pages’ own rules forbade nothing of it', () => {
    expect([waiting.clinician, waiting.patient].flatMap(({ errors }) => errors)).toEqual([]);
  });
});
