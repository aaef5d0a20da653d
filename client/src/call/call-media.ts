import { signal, type ReadonlySignal } from '@preact/signals';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';
import type { MediaLink } from './media-link.ts';
import type { OwnMedia } from './own-media.ts';
import type { OpenLink } from './prepare-link.ts';
import type { RemoteTrack } from './receiving.ts';
import type { Signalling } from './signalling.ts';
import type { Wanted } from './wanted.ts';

/**
 * A standing connection to the server: which one, counted from 1, whether the transports outlived the last one, and what
 * it opened in their place, for this page to take at once or never.
 */
export interface Standing {
  number: number;
  mediaKept: boolean;
  opened: Opened | null;
}

/**
 * The call's media as the page sees it.
 * - `closed`: not wanted, or on standby; nothing is sent
 * - `opening`, `open`
 * - `failing`: nothing gets through at the moment; it is tried again
 */
export type MediaState = 'closed' | 'opening' | 'open' | 'failing';

type Opened = SocketReply<'media:open'>;

export interface CallMediaOptions {
  signalling: Signalling;
  own: OwnMedia;
  view: ReadonlySignal<RoomView | null>;
  prepareLink: (opened: Opened) => Promise<OpenLink>;
}

/**
 * Keeps the media of a call open as long as it is wanted, through lost connections, networks and media workers. On
 * standby everything is set up, so that the call begins at once, and nothing is sent; where that fails nothing is said,
 * for the call is opened as any other then.
 */
export class CallMedia {
  readonly state = signal<MediaState>('closed');
  /** What arrives from the others. */
  readonly remote = signal<readonly RemoteTrack[]>([]);

  readonly #options: CallMediaOptions;
  readonly #pause = new Pause();
  #standing: Standing | null = null;
  #wanted: Wanted = null;
  /** The last connection whose `opened` was taken, or passed by. */
  #offered = 0;
  #link: MediaLink | null = null;
  /** Counts openings; whoever finds another number than its own has been overtaken. */
  #opening = 0;
  #isPreparing = false;
  #failures = 0;
  /** The last try stood, but nothing got through; so the next one has to show that something does. */
  #unreachable = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    options.signalling.on('media:lost', ({ opened }) => this.#reopen(opened));
  }

  /**
   * To be told whenever it changes what is wanted, and on which connection; null while that is away, which leaves
   * everything as it is.
   */
  follow(wanted: Wanted, standing: Standing | null): void {
    const opened = standing === null || standing.number === this.#offered ? null : standing.opened;
    this.#offered = standing?.number ?? this.#offered;
    if (wanted === null || (wanted === 'standby' && this.#wanted === 'call')) this.#close();
    if (wanted === null || standing === null) return;
    const isSame = standing.number === this.#standing?.number;
    if (isSame && wanted === this.#wanted) return;
    const isPreparing = isSame && this.#isPreparing;
    const stoodBy = this.#wanted === 'standby';
    this.#standing = standing;
    this.#wanted = wanted;
    // What is on its way begins as soon as it is there.
    if (isPreparing) return void (this.state.value = 'opening');
    if (this.#link === null || (stoodBy ? !isSame : !standing.mediaKept))
      return this.#reopen(wanted === 'call' ? opened : null);
    if (!stoodBy) return this.#link.handleReconnected();
    this.#begin(this.#link);
  }

  #begin(link: MediaLink): void {
    this.state.value = 'open';
    link.begin();
  }

  /** Nothing stands, nor is it being opened. */
  get isMissing(): boolean {
    return this.#link === null && this.state.peek() === 'closed';
  }

  /** @param opened what the server has opened unasked */
  #reopen(opened: Opened | null = null): void {
    if (this.#standing === null) return;
    this.#drop();
    this.#failures = 0;
    void this.#open(opened);
  }

  async #open(unasked: Opened | null = null): Promise<void> {
    const opening = ++this.#opening;
    const overtaken = () => opening !== this.#opening;
    if (this.#failures > 0) await this.#pause.wait(retryDelay(this.#failures));
    if (overtaken()) return;
    const standsBy = this.#wanted === 'standby';
    if (!standsBy) this.state.value = this.#failures > 0 ? 'failing' : 'opening';
    const { signalling, own, view, prepareLink } = this.#options;
    this.#isPreparing = standsBy;
    try {
      const opened = unasked ?? (await signalling.request(standsBy ? 'media:prepare' : 'media:open', {}));
      const openLink = await prepareLink(opened);
      if (overtaken()) return;
      const flowing = (flows: boolean) => this.#flowing(flows);
      const lost = (why: 'unreachable' | 'refused') => this.#lost(why);
      this.#link = openLink({ signalling, own, view, remote: this.remote, standsBy, flowing, lost });
      this.#isPreparing = false;
      if (standsBy && this.#isCall) this.#begin(this.#link);
      if (!standsBy && !this.#unreachable) this.state.value = 'open';
    } catch {
      if (overtaken()) return;
      if (standsBy && this.#isCall) this.#reopen();
      else this.#fail();
    }
  }

  #flowing(flows: boolean): void {
    if (this.#wanted === 'standby') return;
    this.state.value = flows ? 'open' : 'failing';
    if (!flows) return this.#options.signalling.doubt();
    this.#failures = 0;
    this.#unreachable = false;
  }

  #lost(why: 'unreachable' | 'refused'): void {
    this.#unreachable = this.#wanted === 'call' && why === 'unreachable';
    this.#fail();
  }

  #fail(): void {
    this.#drop();
    if (this.#wanted === 'standby') return;
    this.#failures += 1;
    this.state.value = 'failing';
    void this.#open();
  }

  #close(): void {
    this.#standing = null;
    this.#wanted = null;
    this.#unreachable = false;
    this.#drop();
    this.state.value = 'closed';
  }

  get #isCall(): boolean {
    return this.#wanted === 'call';
  }

  #drop(): void {
    this.#opening += 1;
    this.#isPreparing = false;
    this.#pause.end();
    this.#link?.close();
    this.#link = null;
  }
}
