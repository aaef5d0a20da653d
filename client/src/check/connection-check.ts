import { signal } from '@preact/signals';
import type { Measurements } from '@front-door/shared/domain/connection-check.ts';
import type { Signalling } from '../call/signalling.ts';
import { probe } from './probe.ts';
import { openWay } from './way.ts';

/** `failed`: it could not be found out, because the server could not be asked. */
export type CheckState = { is: 'idle' | 'checking' | 'failed' } | { is: 'done'; measured: Measurements };

/** Finds out how well this device reaches the server: opens each way in turn, and measures the first that opens. */
export class ConnectionCheck {
  readonly state = signal<CheckState>({ is: 'idle' });
  readonly #request: Signalling['request'];
  #running: AbortController | null = null;

  constructor(request: Signalling['request']) {
    this.#request = request;
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
    for (const protocol of ['udp', 'tcp'] as const) {
      stop.throwIfAborted();
      const way = await openWay(this.#request, protocol);
      if (way === null) continue;
      try {
        if (!measured.udp) Object.assign(measured, await probe(way.channel));
        measured[protocol] = true;
      } finally {
        way.close();
      }
    }
    return measured;
  }
}
