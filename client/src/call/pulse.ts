import type { types } from 'mediasoup-client';

/**
 * From how long on without a sign of life a way is taken for silent, ms; to notice by itself takes a browser 5 s and
 * more. Where media flows something comes all the time. Else the browser asks for an answer every 2.5 s, and twice a
 * second once one is missing: of those some may get lost.
 */
const silentAfter = { flowing: 3_000, idle: 4_500 };
/** Media flows until so long after the last of it, ms. */
const flowsFor = 1_500;
/** How often is looked, ms, and how often as long as nothing comes. */
const lookEvery = { alive: 1_000, silent: 250 };

/** Tells whether anything at all still comes over a transport that stood, be it only the answers that keep it open. */
export class Pulse {
  readonly #transport: types.Transport;
  readonly #changed: (isSilent: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Heard | null = null;
  #heardAt = 0;
  #mediaAt = -Infinity;
  #isSilent = false;

  constructor(transport: types.Transport, changed: (isSilent: boolean) => void) {
    this.#transport = transport;
    this.#changed = changed;
    this.#lookLater();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => void this.#look(), lookEvery[this.#isSilent ? 'silent' : 'alive']);
  }

  async #look(): Promise<void> {
    const { connectionState } = this.#transport;
    const stood = connectionState !== 'new' && connectionState !== 'connecting';
    const stats = await this.#transport.getStats().catch(() => null);
    if (this.#transport.closed) return;
    this.#note(stats === null ? null : heardOver(stats), stood, performance.now());
    this.#lookLater();
  }

  #note(heard: Heard | null, stood: boolean, now: number): void {
    const isFirst = heard === null || !stood || this.#last === null;
    if (!isFirst && heard.bytes !== this.#last?.bytes) this.#mediaAt = now;
    if (isFirst || heard.bytes !== this.#last?.bytes || heard.answers !== this.#last.answers) this.#heardAt = now;
    this.#last = heard;
    const flowed = this.#heardAt - this.#mediaAt <= flowsFor;
    const isSilent = now - this.#heardAt >= silentAfter[flowed ? 'flowing' : 'idle'];
    if (isSilent === this.#isSilent) return;
    this.#isSilent = isSilent;
    this.#changed(isSilent);
  }
}

/** What has come over the pair of addresses in use, from the beginning. */
interface Heard {
  /** Of media, and reports on it. */
  bytes: number;
  /** To the browser's own questions whether the way is open. */
  answers: number;
}

/** The answers on another pair of addresses say nothing of the one in use. Null in browsers that do not count them. */
function heardOver(stats: RTCStatsReport): Heard | null {
  const reports = [...stats.values()] as Array<Record<string, unknown>>;
  const used = reports.find((report) => report['type'] === 'transport')?.['selectedCandidatePairId'];
  const pair = reports.find(({ id }) => id === used);
  if (used === undefined || typeof pair?.['responsesReceived'] !== 'number') return null;
  return { bytes: Number(pair['bytesReceived'] ?? 0), answers: pair['responsesReceived'] };
}
