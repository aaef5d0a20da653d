import type { Log } from '../ops/logger.ts';
import type { Carriers } from './carriers.ts';
import { compose } from './compose.ts';
import type { Due, Outbox } from './outbox.ts';
import { NotTaken, type Carrier } from './port.ts';

/** How often to look for what has become due, ms. */
const rhythm = 5_000;
/** How many are on their way at once, so that one slow carrier does not hold up the others. */
const lanes = 4;
/** How long one attempt may take, ms; well below the time for which it belongs to this process. */
const patience = 40_000;
/** How long the end waits for what is on its way, ms. */
const patienceAtTheEnd = 1_000;

const unforeseen = new NotTaken('service_down', { final: false });

interface Parts {
  outbox: Outbox;
  carriers: Carriers;
  /** The address people use, as `https://practice.example`. */
  origin: () => string;
  log: Log;
}

/** Takes what is due out of the outbox and hands it to the carriers. */
export class Courier {
  readonly #parts: Parts;
  readonly #end = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | null = null;
  #wokenMeanwhile = false;
  #closing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), rhythm);
    this.wake();
  }

  /** There may be something due; of no effect before the start. */
  wake(): void {
    if (this.#timer !== undefined) void this.work();
  }

  /** Resolves when nothing is due any more. */
  work(): Promise<void> {
    this.#wokenMeanwhile = true;
    this.#working ??= this.#workOff();
    return this.#working;
  }

  /** Takes nothing more, and breaks off what does not come to an end by itself: it is sent when there is a server again. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#timer);
    const impatience = setTimeout(() => this.#end.abort(), patienceAtTheEnd);
    await this.#working;
    clearTimeout(impatience);
  }

  async #workOff(): Promise<void> {
    while (this.#wokenMeanwhile && !this.#closing) {
      this.#wokenMeanwhile = false;
      await Promise.all(Array.from({ length: lanes }, () => this.#workLane()));
    }
    // At once, so that whoever wakes it from now on begins anew.
    this.#working = null;
  }

  async #workLane(): Promise<void> {
    try {
      while (!this.#closing) {
        const due = await this.#parts.outbox.take();
        if (due === null) return;
        await this.#see(due);
      }
    } catch (err) {
      // The database is not there, say. What was taken comes up again by itself.
      this.#parts.log.error({ err }, 'invitations could not be seen to');
    }
  }

  async #see(due: Due): Promise<void> {
    if (due.what === 'send') await this.#send(due);
    if (due.what === 'ask') await this.#ask(due);
  }

  async #send(due: Extract<Due, { what: 'send' }>): Promise<void> {
    const { outbox, carriers, log } = this.#parts;
    const { invitation } = due.parts;
    const { consultationId, attempts: count } = invitation;
    let reference: string;
    try {
      reference = await this.#handOver(due, carriers[invitation.channel]);
    } catch (error) {
      const { problem, final } = error instanceof NotTaken ? error : unforeseen;
      if (!(error instanceof NotTaken)) log.error({ consultationId, err: error }, 'an invitation could not be sent');
      log.warn({ consultationId, count, code: problem }, 'an invitation was not taken');
      await outbox.notTaken(invitation, problem, final);
      return;
    }
    await outbox.taken(invitation, reference, carriers[invitation.channel]?.fate !== undefined);
  }

  /** Gives the name under which the carrier knows it, also when that is from an earlier attempt. */
  async #handOver({ parts, secret, again }: Extract<Due, { what: 'send' }>, carrier: Carrier | null): Promise<string> {
    if (carrier === null) throw new NotTaken('set_up', { final: false });
    const signal = this.#deadline();
    const known = again ? await carrier.find?.(parts.invitation.id, signal) : null;
    return known ?? carrier.send(compose(parts, this.#parts.origin(), secret), signal);
  }

  async #ask({ invitation }: Extract<Due, { what: 'ask' }>): Promise<void> {
    const { outbox, carriers } = this.#parts;
    const carrier: Carrier | null = carriers[invitation.channel];
    if (carrier?.fate === undefined || invitation.reference === null) return;
    try {
      await outbox.heard(invitation, await carrier.fate(invitation.reference, this.#deadline()));
    } catch (error) {
      // It is asked again anyway.
      if (!(error instanceof NotTaken)) throw error;
    }
  }

  #deadline(): AbortSignal {
    return AbortSignal.any([this.#end.signal, AbortSignal.timeout(patience)]);
  }
}
