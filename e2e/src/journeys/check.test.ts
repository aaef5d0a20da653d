import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openTab, type Tab } from '../support/browsers.ts';
import { HttpClient } from '../support/http-client.ts';
import { mediaOffered, watchPeerConnections } from '../support/media-probe.ts';
import { byTestId, click, fill, follow, giveDetails, ownPicture, says, saysIn, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';

const state = (page: Page, testId: string, is: string) =>
  page.waitForSelector(`${byTestId(testId)}[data-state="${is}"]`);

describe('the check before the call', () => {
  let server: ServerProcess;
  let staff: HttpClient;
  let browser: Browser;
  let clinician: Tab;
  let admin: Tab;
  let patientLink: string;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    server = await ServerProcess.start();
    staff = await HttpClient.signedInBy(server.links.admin);
    browser = await launchChromium();
    admin = await follow(browser, server.links.admin);
    await says(admin.page, 'Robin Hughes');
    await admin.page.goto(`${server.origin}/staff/rooms`);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    await Promise.all(tabs.splice(0).map(({ context }) => context.close()));
  });

  /** A consultation of its own, with its clinician there and its patient at the devices. */
  async function atTheDevices(at: Browser = browser, prepare: Array<() => void> = []): Promise<Page> {
    const made = await staff.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
    ({ patientLink } = made);
    clinician = await follow(browser, made.clinicianLink);
    const patient = await openTab(at, [watchPeerConnections, ...prepare]);
    tabs.push(clinician);
    if (at === browser) tabs.push(patient);
    await patient.page.goto(patientLink);
    await giveDetails(patient.page, 'Ann Example');
    await shows(patient.page, 'devices-screen');
    return patient.page;
  }

  /** A patient at another browser than the usual one. */
  async function withBrowser(other: Browser, story: (page: Page) => Promise<void>, prepare: Array<() => void> = []) {
    try {
      await story(await atTheDevices(other, prepare));
    } finally {
      await other.close();
    }
  }

  it('[CHECK-1] [CHECK-2] [CHECK-6] measures a good connection, and says so to the patient and to staff', async () => {
    const page = await atTheDevices();
    await saysIn(clinician.page, byTestId('person-report'), 'Checking camera and sound');
    await click(page, 'turn-on-devices');
    await state(page, 'connection-result', 'good');
    await says(page, 'Your connection is good.');
    await state(clinician.page, 'report-connection', 'good');
    await saysIn(clinician.page, byTestId('report-connection'), 'UDP');
    await saysIn(clinician.page, byTestId('person-report'), 'Camera works');
    await saysIn(admin.page, byTestId('report-connection'), 'Connection good');
    expect((await mediaOffered(page)).tracksSent).toBe(0);
  });

  it('[CHECK-4] shows and hears the person, plays a sound, and remembers which microphone was chosen', async () => {
    const page = await atTheDevices();
    await click(page, 'turn-on-devices');
    await ownPicture(page);
    await state(page, 'level', 'heard');
    await says(page, 'We can hear you.');
    await click(page, 'play-sound');
    await says(page, 'Did you hear it?');
    await click(page, 'sound-not-heard');
    await says(page, 'Turn the volume up');
    await click(page, 'play-sound');
    await click(page, 'sound-heard');
    await says(page, 'You will hear the others.');

    const chosen = await page.$$eval('select', (selects) => {
      const select = selects.find(({ labels }) => labels[0]?.innerText === 'Microphone')!;
      const { value } = [...select.options].find((option) => !option.selected && option.value !== 'default')!;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return value;
    });
    const microphone = () =>
      page.$$eval('select', (selects) => selects.find(({ labels }) => labels[0]?.innerText === 'Microphone')?.value);
    await expect.poll(microphone).toBe(chosen);
    await page.reload();
    await click(page, 'open-check');
    await expect.poll(microphone).toBe(chosen);
    await state(page, 'level', 'heard');
  });

  it('[CHECK-5] [CHECK-2] finds the way over TCP where UDP is blocked', async () => {
    const other = await launchChromium(['--webrtc-ip-handling-policy=disable_non_proxied_udp']);
    await withBrowser(other, async (page) => {
      await click(page, 'turn-on-devices');
      await state(page, 'connection-result', 'fair');
      await saysIn(clinician.page, byTestId('report-connection'), 'TCP only');
    });
  });

  it('[CHECK-5] says so when nothing gets through, and goes on', async () => {
    await withBrowser(
      await launchChromium(),
      async (page) => {
        await click(page, 'turn-on-devices');
        await state(page, 'connection-result', 'blocked');
        await says(page, 'Your network lets no video call through.');
        await saysIn(clinician.page, byTestId('report-connection'), 'Connection blocked');
        await click(page, 'go-on');
        await shows(page, 'waiting-screen');
      },
      [lockEverythingOut],
    );
  });

  it('[CHECK-5] [CHECK-6] tells what to do where camera and microphone are refused, and goes on', async () => {
    const other = await launchChromium([], { byPermission: true });
    await withBrowser(other, async (page) => {
      await click(page, 'turn-on-devices');
      await shows(page, 'device-problem');
      await says(page, 'Click the sign to the left of the web address. Switch on camera and microphone.');
      await saysIn(clinician.page, byTestId('person-report'), 'Camera is refused');
      await page
        .browserContext()
        .setPermission(
          server.origin,
          { permission: { name: 'camera' }, state: 'granted' },
          { permission: { name: 'microphone' }, state: 'granted' },
        );
      await click(page, 'retry-devices');
      await ownPicture(page);
      await saysIn(clinician.page, byTestId('person-report'), 'Camera works');
      await click(page, 'go-on');
      await shows(page, 'waiting-screen');
    });
  });

  it('[CHECK-5] [CHECK-6] goes on with sound alone where there is no camera', async () => {
    const other = await launchChromium(['--use-fake-device-for-media-stream=device-count=0']);
    await withBrowser(other, async (page) => {
      await click(page, 'turn-on-devices');
      await says(page, 'We cannot find a camera on this device.');
      await says(page, 'You can go on without it.');
      await state(page, 'level', 'heard');
      await saysIn(clinician.page, byTestId('person-report'), 'Camera is missing');
      await saysIn(clinician.page, byTestId('person-report'), 'Microphone works');
      await click(page, 'go-on');
      await shows(page, 'waiting-screen');
    });
  });

  it('[CHECK-5] [CHECK-6] says when a microphone gives nothing at all', async () => {
    await withBrowser(
      await launchChromium(),
      async (page) => {
        await click(page, 'turn-on-devices');
        await state(page, 'level', 'silent');
        await says(page, 'We hear nothing from your microphone.');
        await saysIn(clinician.page, byTestId('person-report'), 'Microphone gives nothing');
      },
      [giveSilence],
    );
  });

  it('[CHECK-7] somebody asks to be rung instead, and takes it back', async () => {
    const page = await atTheDevices();
    await click(page, 'ring-me');
    await click(page, 'send-ring-me');
    await says(page, 'Enter your phone number');
    await fill(page, 'phone', '01632 960 001');
    await click(page, 'send-ring-me');
    await says(page, 'They will ring you on 01632 960 001.');
    await Promise.all(
      [clinician, admin].map(async (tab) => {
        await saysIn(tab.page, byTestId('person-report'), 'Wants to be rung');
        await tab.page.waitForSelector('a[href="tel:01632960001"]');
      }),
    );
    await click(page, 'without-devices');
    await shows(page, 'waiting-screen');
    await click(page, 'ring-me-not');
    await shows(page, 'ring-me');
    await clinician.page.waitForFunction(() => document.querySelector('a[href^="tel:01632"]') === null);
  });

  it('[CHECK-3] is cut off by the server when a page sends more than the check needs', async () => {
    await withBrowser(
      await launchChromium(),
      async (page) => {
        await page.waitForFunction(() => (window as unknown as { isCutOff?: boolean }).isCutOff === true);
        await click(page, 'without-devices');
        await shows(page, 'waiting-screen');
      },
      [sendTooMuch],
    );
  });

  it('[CHECK-8] [CHECK-1] [CHECK-2] can be done by anybody, without a link', async () => {
    const { page, context } = await openTab(browser, [watchPeerConnections]);
    await page.goto(`${server.origin}/check`);
    await click(page, 'turn-on-devices');
    await ownPicture(page);
    await state(page, 'level', 'heard');
    await state(page, 'connection-result', 'good');
    await click(page, 'check-connection');
    await state(page, 'connection-result', 'checking');
    await state(page, 'connection-result', 'good');
    expect((await mediaOffered(page)).tracksSent).toBe(0);
    await context.close();
  });

  it('[CHECK-8] is offered to whoever opens a link days before', async () => {
    const tomorrow = Date.now() + 24 * 3_600_000;
    const made = await staff.send('consultations.create', { validFrom: tomorrow, validUntil: tomorrow + 3_600_000 });
    const { page, context } = await follow(browser, made.patientLink);
    await says(page, 'You are early');
    await page.locator('a[href="/check"]').click();
    await shows(page, 'check-page');
    await context.close();
  });

  it('[PAGE-1] and nothing went wrong on the staff’s page meanwhile', () => {
    expect(admin.errors).toEqual([]);
  });
});

/** Runs in the page: no candidate of the server's leads anywhere, as behind a firewall that lets nothing out. */
function lockEverythingOut(): void {
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const sdp = (description.sdp ?? '').replaceAll(/^a=candidate:.*\r\n/gm, '');
      return super.setRemoteDescription({ ...description, sdp });
    }
  };
}

/** Runs in the page: with each message of the check go eight more, and it is noted when the other end hangs up. */
function sendTooMuch(): void {
  const { send } = RTCDataChannel.prototype as unknown as { send: (data: ArrayBufferView) => void };
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      channel.addEventListener('close', () => {
        // Whoever closes it here hears nothing of it.
        (window as unknown as { isCutOff?: boolean }).isCutOff = true;
      });
      channel.send = (data: unknown) => {
        for (let more = 0; more < 8; more += 1) send.call(channel, new Uint8Array(1_200));
        send.call(channel, data as ArrayBufferView);
      };
      return channel;
    }
  };
}

/** Runs in the page: a microphone that is switched off at its side, which sends samples of nothing. */
function giveSilence(): void {
  const devices = navigator.mediaDevices;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    const [track] = stream.getAudioTracks();
    if (track === undefined) return stream;
    const context = new AudioContext();
    const silence = context.createMediaStreamDestination();
    new ConstantSourceNode(context, { offset: 0 }).connect(silence);
    stream.removeTrack(track);
    stream.addTrack(silence.stream.getAudioTracks()[0]!);
    return stream;
  };
}
