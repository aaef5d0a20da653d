import { batch, signal } from '@preact/signals';
import type { Problem } from '@front-door/shared/i18n/en/common.ts';
import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { QueueView, RoomView } from '@front-door/shared/protocol/views.ts';
import { ApiError } from './api-error.ts';
import type { Door } from './door.ts';
import { onNetworkNews, onPageShown } from './network.ts';
import { Pause } from './pause.ts';
import type { OverReason } from './refusal.ts';
import { isFinal, nextStep } from './refusal.ts';
import type { ResumeStore } from './resume-store.ts';
import { retryAfter, retryDelay } from './retry.ts';
import type { EnterAs, Proof } from './room-token.ts';
import { takeToken, type RoomToken } from './room-token.ts';
import { RoomSocket } from './socket.ts';

/**
 * A device's connection to its visit.
 * - `connecting`: for the first time; `problem` says why it has not worked so far
 * - `here`: what is shown is what is; on the page's connection `number`, whether the last one's transports stand, and
 *   what was opened in their place
 * - `reconnecting`: lost, on this device's clock at `since`; it comes back by itself
 * - `over`: for good, unless the person starts again
 */
export type ConnectionState =
  | { is: 'connecting'; problem: Problem | null }
  | { is: 'here'; number: number; mediaKept: boolean; opened: SocketReply<'media:open'> | null }
  | { is: 'reconnecting'; since: number }
  | { is: 'over'; reason: OverReason };

/**
 * Hears before each connection what the media of the call speaks that the person comes into, if they do; says whether
 * media that is opened with the connection would be taken.
 */
export type TakesMedia = (spoken: RoomToken['media']) => boolean;

/** Silent longer than this, after a sleep, a connection is taken for dead; the server is heard every 6 s. */
const silentFor = 14_000;

/** How long the server may take to notice a connection of this page's that was lost: twice 12 s, and its own delays. */
const noticedWithin = 30_000;

/** Keeps a visit connected, whatever happens to the network beneath, until it is over. */
export class VisitConnection {
  readonly state = signal<ConnectionState>({ is: 'connecting', problem: null });
  /** The latest picture of the consultation; null before the first. */
  readonly view = signal<RoomView | null>(null);
  /** The place in a clinic's queue as it was last told; null before. It says nothing to whoever is not in one. */
  readonly queue = signal<QueueView | null>(null);
  /** By when the server will have restarted, on its clock; null unless it said so. */
  readonly restartsAt = signal<number | null>(null);
  readonly socket = new RoomSocket();

  readonly #door: Door;
  readonly #resume: ResumeStore;
  readonly #takesMedia: TakesMedia;
  readonly #pause = new Pause();
  #enterAs: EnterAs | undefined;
  /** The latest attempt to connect; the one that it has overtaken is aborted. */
  #attempt = new AbortController();
  #failures = 0;
  #connections = 0;
  #heardAt = 0;
  /** Until when `link_in_use` may mean this very page: the server let it in, and the welcome never came. */
  #maybeInUntil = 0;
  #isClosed = false;
  readonly #stopListening: Array<() => void>;

  constructor(door: Door, resume: ResumeStore, takesMedia: TakesMedia) {
    this.#door = door;
    this.#resume = resume;
    this.#takesMedia = takesMedia;
    this.socket.on('visit:welcome', ({ view, resumeSecret, mediaKept, opened }) => {
      if (resumeSecret !== undefined) this.#resume.write(resumeSecret);
      this.#failures = this.#maybeInUntil = 0;
      this.#enterAs = undefined;
      const number = ++this.#connections;
      batch(() => {
        this.view.value = view;
        this.restartsAt.value = null;
        this.state.value = { is: 'here', number, mediaKept, opened };
      });
    });
    this.socket.on('room:view', (view) => (this.view.value = view));
    this.socket.on('server:restarting', ({ at }) => (this.restartsAt.value = at));
    this.socket.on('queue:place', (view) => (this.queue.value = view));
    this.socket.on('connection:closing', ({ code }) => this.#end(code));
    this.socket.onClosed(() => this.#lost());
    this.socket.onHeard(() => (this.#heardAt = Date.now()));
    this.#stopListening = [
      onNetworkNews({ changed: () => this.#refresh(), doubtful: this.socket.doubt }),
      onPageShown(() => {
        if (this.state.value.is !== 'here' || Date.now() - this.#heardAt > silentFor) this.#refresh();
        else this.socket.doubt();
      }),
    ];
  }

  /** Connects, for the first time or again after it was over; `enterAs` answers `link_in_use`. */
  start(enterAs?: EnterAs): void {
    this.#enterAs = enterAs;
    this.#failures = 0;
    this.state.value = { is: 'connecting', problem: null };
    void this.#connect();
  }

  /** Goes away by choice. @throws {ApiError} */
  leave(): Promise<void> {
    return this.#lastRequest('visit:leave');
  }

  /** Lets go of the visit without a word: to the server it is a lost connection, and this one does not come back. */
  close(): void {
    this.#isClosed = true;
    this.#attempt.abort();
    for (const stop of this.#stopListening) stop();
    this.#pause.end();
    this.socket.close();
  }

  /** Ends the consultation for everybody. @throws {ApiError} */
  endForEverybody(): Promise<void> {
    return this.#lastRequest('consultation:end');
  }

  /** A request whose granting closes this connection, often before the answer is through. */
  async #lastRequest(name: 'visit:leave' | 'consultation:end'): Promise<void> {
    try {
      await this.socket.request(name, {});
    } catch (error) {
      if (this.state.peek().is !== 'over') throw error;
    }
  }

  #lost(): void {
    if (this.state.value.is === 'over' || this.#isClosed) return;
    // A server that is restarting is not served by everybody coming at once.
    this.#failures += 1;
    // Every welcome to somebody new brings a resume secret.
    if (this.#resume.read() === null) this.#maybeInUntil = Infinity;
    if (this.state.value.is === 'here') this.state.value = { is: 'reconnecting', since: Date.now() };
    void this.#connect();
  }

  /** Gets a new connection now: instead of the one there is, and without waiting for anything. */
  #refresh(): void {
    const { is } = this.state.value;
    if (is === 'here') this.socket.close();
    // A try under way may hang for long in a network that is gone. Whoever has no resume secret yet lets it go on: to
    // the server two tries are two devices.
    if (is === 'reconnecting' && this.#resume.read() !== null) {
      this.socket.close();
      void this.#connect({ atOnce: true });
    }
    this.#pause.end();
    // The network may take a moment to be of use; how long it was away says nothing of that.
    this.#failures = 0;
  }

  async #connect({ atOnce = false } = {}): Promise<void> {
    this.#attempt.abort();
    const { signal: attempt } = (this.#attempt = new AbortController());
    if (this.#failures > 0 && !atOnce) await this.#pause.wait(retryDelay(this.#failures));
    while (!attempt.aborted) {
      const proof = this.#proof();
      try {
        const { token, media } = await takeToken(proof, attempt);
        if (attempt.aborted) return;
        await this.socket.open(token, this.#takesMedia(media));
        return;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (!attempt.aborted) await this.#refused(error, proof);
      }
    }
  }

  async #refused(error: ApiError, proof: Proof): Promise<void> {
    const code = this.#isPerhapsIn(error) ? 'unavailable' : error.code;
    const next = nextStep(code, proof.by);
    if (next.step === 'over') return this.#end(next.reason);
    if (next.step === 'by_door') {
      if (proof.by === 'resume') this.#resume.forget(proof.resumeSecret);
      return;
    }
    this.#failures += 1;
    if (this.state.value.is === 'connecting') this.state.value = { is: 'connecting', problem: code };
    await this.#pause.wait(error.retryAfter ? retryAfter(error.retryAfter) : retryDelay(this.#failures));
  }

  /** Whether the other device that the server speaks of may be this one, which it has not noticed to be gone yet. */
  #isPerhapsIn({ code }: ApiError): boolean {
    if (code !== 'link_in_use') return false;
    // Only from the first such answer on: a server may have stood still, and answers late.
    this.#maybeInUntil = Math.min(this.#maybeInUntil, Date.now() + noticedWithin);
    return Date.now() < this.#maybeInUntil;
  }

  #proof(): Proof {
    const resumeSecret = this.#enterAs === undefined ? this.#resume.read() : null;
    if (resumeSecret !== null) return { by: 'resume', resumeSecret };
    return { by: 'door', door: this.#door, ...(this.#enterAs && { enterAs: this.#enterAs }) };
  }

  #end(reason: OverReason): void {
    this.#attempt.abort();
    this.state.value = { is: 'over', reason };
    this.#pause.end();
    const resumeSecret = this.#resume.read();
    if (isFinal(reason) && resumeSecret !== null) this.#resume.forget(resumeSecret);
    this.socket.close();
  }
}
