import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { admit } from '../support/people.ts';
import { noteSocketMessages, socketMessages } from '../support/socket-messages.ts';
import { settling } from './bare.ts';
import { clickedAt, firstsOf, type Firsts } from './firsts.ts';
import { leavePage, openAnew, patientName, Practice, waiting, type Meeting } from './practice.ts';
import { stepsOf, type Span, type Step } from './steps.ts';
import { waterfall, type Lane } from './waterfall.ts';

/** How often each is traced; the first is not looked at. */
const times = 8;

interface Noting extends Window {
  /** When each peer connection of the page began to connect and came to stand, in ms since 1970. */
  connected: Span[];
}

/** Runs in the page before its own scripts. */
function noteConnecting(): void {
  const connected: Span[] = [];
  (window as unknown as Noting).connected = connected;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      let began: number;
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connecting') began = Date.now();
        if (this.connectionState === 'connected') connected.push([began, Date.now()]);
      });
    }
  };
}

/** Something traced several times, of which the time that took the median is drawn. */
interface Traced {
  /** What it is, and what its `took` is until. */
  title: string;
  until: string;
  trace: (meeting: Meeting) => Promise<Trace>;
}

interface Trace {
  took: number;
  lanes: Lane[];
}

const traced: Record<string, Traced> = {
  join: { title: 'An admission, in ms from the click', until: 'both see each other', trace: admission },
  'cold-join': {
    title: 'Coming back into the call, in ms from the navigation',
    until: 'the clinician is seen',
    trace: coldJoin,
  },
};

/** Draws how people come into a call, as SVGs by name: of several times each the one that took the median time. */
export async function traceJoins(): Promise<Record<string, string>> {
  const practice = await Practice.open();
  try {
    const drawn: Record<string, string> = {};
    for (const [name, { title, until, trace }] of Object.entries(traced)) {
      const traces: Trace[] = [];
      for (let time = 1; time <= times; time += 1) traces.push(await inMeeting(practice, trace));
      const [, ...counted] = traces;
      const { took, lanes } = counted.sort((a, b) => a.took - b.took)[Math.floor(counted.length / 2)]!;
      drawn[name] = waterfall(`${title}: ${took.toFixed(0)} until ${until}`, lanes);
    }
    return drawn;
  } finally {
    await practice.close();
  }
}

async function inMeeting(practice: Practice, trace: Traced['trace']): Promise<Trace> {
  const meeting = await practice.meeting([noteSocketMessages, noteConnecting]);
  try {
    await pause(waiting);
    return await trace(meeting);
  } finally {
    await meeting.close();
  }
}

async function admission({ clinician, patient }: Meeting): Promise<Trace> {
  await admit(clinician, patientName);
  const firsts = await Promise.all([clinician, patient].map(firstsOf));
  const clicked = await clickedAt(clinician);
  const sees = firsts.map(({ picture }) => picture);
  const end = Math.max(...sees, ...firsts.map(({ sound }) => sound));
  const lanes = [
    await laneOf('clinician', clinician, firsts[0]!, [clicked, end]),
    await laneOf('patient', patient, firsts[1]!, [clicked, end]),
  ];
  return { took: Math.max(...sees) - clicked, lanes };
}

async function coldJoin({ clinician, patient, patientLink }: Meeting): Promise<Trace> {
  await admit(clinician, patientName);
  await firstsOf(patient);
  await leavePage(patient);
  await pause(settling);
  await openAnew(patient, patientLink);
  const firsts = await firstsOf(patient);
  const { opened, picture, sound } = firsts;
  const lane = await laneOf('patient', patient, firsts, [opened, Math.max(picture, sound)]);
  const fetched = await fetches(patient);
  return { took: picture - opened, lanes: [{ ...lane, steps: [...fetched, ...lane.steps] }] };
}

async function laneOf(title: string, page: Page, { picture, sound }: Firsts, [from, to]: Span): Promise<Lane> {
  const said = stepsOf(await socketMessages(page), from, to);
  const at = (name: string, moment: number): Step => ({ name, spans: [[moment - from, moment - from]] });
  return { title, steps: [...said, ...(await connecting(page, from)), at('hears', sound), at('sees', picture)] };
}

async function connecting(page: Page, since: number): Promise<Step[]> {
  const all = await page.evaluate(() => (window as unknown as Noting).connected);
  const spans = all.filter(([from]) => from >= since).map(([from, to]): Span => [from - since, to - since]);
  return spans.length > 0 ? [{ name: 'connects (ICE, DTLS)', spans }] : [];
}

/** What the page has fetched since its navigation, by name. */
async function fetches(page: Page): Promise<Step[]> {
  const entries = await page.evaluate(() =>
    ['navigation', 'resource']
      .flatMap((type) => performance.getEntriesByType(type) as PerformanceResourceTiming[])
      .map(({ name, startTime, responseEnd }) => ({ name, span: [startTime, responseEnd] as [number, number] })),
  );
  // A file's name ends in a digest of what is in it.
  const nameOf = (address: string) =>
    new URL(address).pathname.replace(/^.*\/assets\//, '').replace(/-[\w-]{8}\./, '.');
  return entries.map(({ name, span }) => ({ name: `fetches ${nameOf(name)}`, spans: [span] }));
}
