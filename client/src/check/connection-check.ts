import { signal } from '@preact/signals';
import { checkedWays, type CheckedWay, type Measurements } from '@front-door/shared/domain/connection-check.ts';
import type { Signalling } from '../call/signalling.ts';
import { ApiError } from '../net/api-error.ts';
import { probe } from './probe.ts';
import { openWay, type Way } from './way.ts';

/** @throws when the server has closed it, as it does for something more important */
async function measureBy(way: Way) {
  try {
    const figures = await probe(way.channel);
    if (way.channel.readyState !== 'open') throw new Error('closed by the server');
    return figures;
  } finally {
    way.close();
  }
}

/** `failed`: it could not be found out, because the server could not be asked. */
export type CheckState = { is: 'idle' | 'checking' | 'failed' } | { is: 'done'; measured: Measurements };

/** Finds out how well this device reaches the server: opens each way in turn, and measures the first that opens. */
export class ConnectionCheck {
  readonly state = signal<CheckState>({ is: 'idle' });
  readonly #request: Signalling['request'];
  readonly #openWay: typeof openWay;
  #running: AbortController | null = null;

  constructor(request: Signalling['request'], open = openWay) {
    this.#request = request;
    this.#openWay = open;
  }

  /** Nothing happens while one is under way. */
  async run(): Promise<void> {
    if (this.#running !== null) return;
    const running = new AbortController();
    this.#running = running;
    this.state.value = { is: 'checking' };
    const found = await this.#measure(running.signal).catch(() => null);
    if (running.signal.aborted) return;
    this.#running = null;
    this.state.value = found === null ? { is: 'failed' } : { is: 'done', measured: found };
  }

  /** Stops, for something more important; what was found so far is forgotten. */
  cancel(): void {
    if (this.#running === null) return;
    this.#running.abort();
    this.#running = null;
    this.state.value = { is: 'idle' };
  }

  async #measure(stop: AbortSignal): Promise<Measurements> {
    const measured: Measurements = {
      udp: false,
      tcp: false,
      turn: 'not_configured',
      loss: null,
      roundTripTime: null,
      bandwidth: null,
    };
    let isFirst = true;
    for (const name of checkedWays) {
      stop.throwIfAborted();
      const way = await this.#open(name);
      if (way === 'not_configured') continue;
      if (way !== null && isFirst) Object.assign(measured, await measureBy(way));
      way?.close();
      if (name === 'turn') measured.turn = way === null ? 'blocked' : 'works';
      else measured[name] = way !== null;
      if (way !== null) isFirst = false;
    }
    return measured;
  }

  async #open(name: CheckedWay): Promise<Way | 'not_configured' | null> {
    try {
      return await this.#openWay(this.#request, name);
    } catch (error) {
      if (name === 'turn' && error instanceof ApiError && error.code === 'not_found') return 'not_configured';
      throw error;
    }
  }
}
