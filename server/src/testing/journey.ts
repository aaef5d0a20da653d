import { setTimeout as pause } from 'node:timers/promises';
import { exchange, Refused, resume, Visitor } from './visitor.ts';

/** How long one step may take before it counts as lost with its server, ms. */
const patience = 4_000;
/** What no waiting changes. */
const final: ReadonlySet<string> = new Set(['consultation_ended', 'resume_invalid']);

/** Somebody who comes back to a consultation however often the server dies, by what a page would remember. */
export class Returner {
  readonly #origin: string;
  readonly #secret: string;
  #resumeSecret: string | null = null;
  #visitor: Visitor | null = null;

  constructor(origin: string, secret: string) {
    this.#origin = origin;
    this.#secret = secret;
  }

  /**
   * Runs the step on a connection that stands, again until it gets through; gives what the step gives. Throws
   * {@link Refused} where that is for good.
   */
  async until<T>(step: (visitor: Visitor) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await inTime(this.here().then(step));
      } catch (error) {
        this.leave();
        if (error instanceof Refused && final.has(error.reply.code)) throw error;
        await pause(100);
      }
    }
  }

  /** A connection that has been welcomed. */
  async here(): Promise<Visitor> {
    if (this.#visitor?.socket.connected) return this.#visitor;
    const { token } =
      this.#resumeSecret === null
        ? await exchange(this.#origin, this.#secret)
        : await resume(this.#origin, this.#resumeSecret);
    this.#visitor = await Visitor.connect(this.#origin, token);
    this.#resumeSecret = (await this.#visitor.welcome()).resumeSecret ?? this.#resumeSecret;
    return this.#visitor;
  }

  leave(): void {
    this.#visitor?.leave();
    this.#visitor = null;
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer')), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** One consultation from the arrival to the end, through as many deaths of the server as there are. */
export async function goThrough(origin: string, secrets: { patientSecret: string; clinicianSecret: string }) {
  const patient = new Returner(origin, secrets.patientSecret);
  const clinician = new Returner(origin, secrets.clinicianSecret);
  await clinician.until(async () => {});
  const { visitId } = await patient.until(async (visitor) => (await visitor.welcome()).view.me);
  const phase = () => patient.until(async (visitor) => (await visitor.welcome()).view.me.phase);
  await patient.until(async (visitor) => {
    if ((await phase()) === 'arrived') await visitor.request('visit:check-in', { name: 'Ann Example', agreed: true });
  });
  await clinician.until(async (visitor) => {
    // Only somebody who is there is let in; a page would be back by itself.
    await patient.here();
    const admitted = visitor.request('visit:admit', { visitId, confirmedName: 'Ann Example' });
    await admitted.catch((error: unknown) => {
      // Perhaps it was done, and the answer was lost.
      if (!(error instanceof Refused && error.reply.code === 'wrong_state')) throw error;
    });
  });
  for (const person of [patient, clinician]) {
    await person.until(async (visitor) => {
      const { routerRtpCapabilities: rtpCapabilities } = await visitor.request('media:open', {});
      await visitor.request('consumers:start', { rtpCapabilities });
    });
  }
  // The answer is the farewell; whoever missed it hears at the door that it is over.
  const ended = clinician.until(async (visitor) => {
    void visitor.request('consultation:end', {}).catch(() => {});
    await visitor.farewell();
  });
  await ended.catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  });
  patient.leave();
  clinician.leave();
  return visitId;
}
