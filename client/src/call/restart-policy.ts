/** How long a connection that stutters may take to recover by itself, in ms. */
const grace = 3_000;
/**
 * How long each restart may take before the next one, in ms. A browser that has found another way looks at it for a
 * second before it takes it; the next restart would begin that anew.
 */
const patience = [2_500, 4_000, 8_000];

/** What a policy can have done to its transport. */
export interface RestartActions {
  /** Restarts ICE. False when it could not even be asked for, because the connection to the server is away. */
  restart(): Promise<boolean>;
  /** The transport is beyond saving; open another. */
  giveUp(): void;
}

/**
 * Decides when one transport's ICE is restarted: at once when it failed, fell silent or the network changed, after a
 * moment when it is only disconnected, one restart at a time, and after three in vain no more.
 */
export class RestartPolicy {
  readonly #actions: RestartActions;
  #state: RTCPeerConnectionState = 'new';
  #isSilent = false;
  #restarts = 0;
  #restarting = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(actions: RestartActions) {
    this.#actions = actions;
  }

  /** To be told whenever the transport's connection state changed. */
  handleState(state: RTCPeerConnectionState): void {
    this.#state = state;
    this.#follow(state === 'disconnected' && !this.#isSilent ? grace : 0);
  }

  /** To be told when nothing comes any more, which a transport may be the last to notice, and when something does again. */
  handleSilence(isSilent: boolean): void {
    this.#isSilent = isSilent;
    this.#follow(0);
  }

  /** To be told when the network changed, or the server can be asked again. */
  handleNetworkChange(): void {
    this.#restarts = 0;
    this.#schedule(0);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  get #isWell(): boolean {
    return this.#state === 'connected' && !this.#isSilent;
  }

  #follow(delay: number): void {
    if (this.#isWell) {
      this.#restarts = 0;
      clearTimeout(this.#timer);
    }
    // A restart under way has its own deadline.
    if (this.#restarts > 0) return;
    if (this.#isSilent || this.#state === 'disconnected' || this.#state === 'failed') this.#schedule(delay);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#restart(), delay);
  }

  async #restart(): Promise<void> {
    // A second one at the same time would spoil the first.
    if (this.#restarting) this.#again = true;
    if (this.#closed || this.#restarting) return;
    const wait = patience[this.#restarts];
    if (wait === undefined) return this.#actions.giveUp();
    this.#restarts += 1;
    this.#restarting = true;
    this.#again = false;
    const asked = await this.#actions.restart();
    this.#restarting = false;
    if (this.#closed) return;
    if (this.#again) this.#schedule(0);
    else if (asked && !this.#isWell) this.#schedule(wait);
    else this.#restarts = 0;
  }
}
