import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { admit } from '../support/people.ts';
import { noteSocketMessages, socketMessages } from '../support/socket-messages.ts';
import { settling } from './bare.ts';
import { clickedAt, firstsOf } from './firsts.ts';
import { patientName, Practice } from './practice.ts';
import { stepsOf, type Span, type Step } from './steps.ts';
import { waterfall, type Lane } from './waterfall.ts';

/** How many admissions are traced, the first of which is not looked at. */
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

/** Draws one admission, from the click on: of several the one that took the median time. */
export async function traceAdmission(): Promise<string> {
  const practice = await Practice.open();
  try {
    const traces: Trace[] = [];
    for (let time = 1; time <= times; time += 1) traces.push(await trace(practice));
    const [, ...counted] = traces;
    const { took, lanes } = counted.sort((a, b) => a.took - b.took)[Math.floor(counted.length / 2)]!;
    return waterfall(`An admission, in ms from the click: ${took.toFixed(0)} until both see each other`, lanes);
  } finally {
    await practice.close();
  }
}

interface Trace {
  took: number;
  lanes: Lane[];
}

async function trace(practice: Practice): Promise<Trace> {
  const { clinician, patient, close } = await practice.meeting([noteSocketMessages, noteConnecting]);
  try {
    await pause(settling);
    await admit(clinician, patientName);
    const firsts = await Promise.all([clinician, patient].map(firstsOf));
    const clicked = await clickedAt(clinician);
    const sees = firsts.map(({ picture }) => picture);
    const end = Math.max(...sees, ...firsts.map(({ sound }) => sound));
    const laneOf = async (title: string, page: Page, side: number): Promise<Lane> => {
      const { picture, sound } = firsts[side]!;
      const said = stepsOf(await socketMessages(page), clicked, end);
      const at = (name: string, moment: number): Step => ({ name, spans: [[moment - clicked, moment - clicked]] });
      return { title, steps: [...said, ...(await connecting(page, clicked)), at('hears', sound), at('sees', picture)] };
    };
    const lanes = [await laneOf('clinician', clinician, 0), await laneOf('patient', patient, 1)];
    return { took: Math.max(...sees) - clicked, lanes };
  } finally {
    await close();
  }
}

async function connecting(page: Page, since: number): Promise<Step[]> {
  const all = await page.evaluate(() => (window as unknown as Noting).connected);
  const spans = all.filter(([from]) => from >= since).map(([from, to]): Span => [from - since, to - since]);
  return spans.length > 0 ? [{ name: 'connects (ICE, DTLS)', spans }] : [];
}
