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

/** A standing connection to the server: which one, counted from 1, and whether the transports outlived the last one. */
export interface Standing {
  number: number;
  mediaKept: boolean;
}

/**
 * The call's media as the page sees it.
 * - `closed`: not wanted; nothing is open and nothing is sent
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

/** Keeps the media of a call open as long as it is wanted, through lost connections, networks and media workers. */
export class CallMedia {
  readonly state = signal<MediaState>('closed');
  /** What arrives from the others. */
  readonly remote = signal<readonly RemoteTrack[]>([]);

  readonly #options: CallMediaOptions;
  readonly #pause = new Pause();
  #standing: Standing | null = null;
  #link: MediaLink | null = null;
  /** Counts openings; whoever finds another number than its own has been overtaken. */
  #opening = 0;
  #failures = 0;
  /** The last try stood, but nothing got through; so the next one has to show that something does. */
  #unreachable = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    options.signalling.on('media:lost', ({ opened }) => this.#reopen(opened));
  }

  /**
   * To be told whenever it changes whether media is wanted, and on which connection; null while that is away, which
   * leaves everything as it is.
   */
  follow(wanted: boolean, standing: Standing | null): void {
    if (!wanted) return this.#close();
    if (standing === null || standing.number === this.#standing?.number) return;
    this.#standing = standing;
    if (this.#link !== null && standing.mediaKept) this.#link.handleReconnected();
    else this.#reopen();
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
    this.state.value = this.#failures > 0 ? 'failing' : 'opening';
    const { signalling, own, view, prepareLink } = this.#options;
    try {
      const opened = unasked ?? (await signalling.request('media:open', {}));
      const openLink = await prepareLink(opened);
      if (overtaken()) return;
      const flowing = (flows: boolean) => this.#flowing(flows);
      const lost = (why: 'unreachable' | 'refused') => this.#lost(why);
      this.#link = openLink({ signalling, own, view, remote: this.remote, flowing, lost });
      if (!this.#unreachable) this.state.value = 'open';
    } catch {
      if (!overtaken()) this.#fail();
    }
  }

  #flowing(flows: boolean): void {
    this.state.value = flows ? 'open' : 'failing';
    if (!flows) return this.#options.signalling.doubt();
    this.#failures = 0;
    this.#unreachable = false;
  }

  #lost(why: 'unreachable' | 'refused'): void {
    this.#unreachable = why === 'unreachable';
    this.#fail();
  }

  #fail(): void {
    this.#drop();
    this.#failures += 1;
    this.state.value = 'failing';
    void this.#open();
  }

  #close(): void {
    this.#standing = null;
    this.#unreachable = false;
    this.#drop();
    this.state.value = 'closed';
  }

  #drop(): void {
    this.#opening += 1;
    this.#pause.end();
    this.#link?.close();
    this.#link = null;
  }
}
