import { signal } from '@preact/signals';
import type { SocketData, SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import type { WatchedClinics, WatchView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { ApiError } from '../net/api-error.ts';
import { onNetworkNews, onPageShown } from '../net/network.ts';
import { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';
import { RoomSocket } from '../net/socket.ts';
import { setServerClock } from '../ui/clock.ts';
import { announce } from '../ui/live-status.tsx';
import { newlyWaiting } from './rooms.ts';
import { ask, sessionExpired } from './session.ts';
import { byId, withChange, type RoomsById } from './watched.ts';

/** What staff do from the waiting list. */
type DeskRequest = Extract<SocketRequestName, `waiting:${string}` | 'clinic:late'>;

/** The practice's open rooms, live, for as long as somebody is signed in. */
class Watch {
  /** The latest picture; null before the first. */
  readonly view = signal<WatchView | null>(null);
  /** The practice's clinics; null before they are known. */
  readonly clinics = signal<WatchedClinics | null>(null);
  /** `lost`: the picture may be old; it is being renewed. */
  readonly state = signal<'connecting' | 'live' | 'lost'>('connecting');

  /** By when the server will have restarted, on its clock; null unless it said so. */
  readonly restartsAt = signal<number | null>(null);

  readonly #socket = new RoomSocket();
  readonly #pause = new Pause();
  /** What `view` shows, as differences are applied to it. */
  #rooms: RoomsById = new Map();
  /** Counts starts; a loop that finds another number than its own has been stopped. */
  #run = 0;
  #failures = 0;
  #closed: () => void = () => {};

  constructor() {
    this.#socket.on('watch:view', ({ now, rooms }) => this.#show(now, byId(rooms)));
    this.#socket.on('watch:changed', (change) => this.#show(change.now, withChange(this.#rooms, change)));
    this.#socket.on('server:restarting', ({ at }) => {
      if (this.restartsAt.value === null) announce(t('staff:watch.restarting', { time: timeText(at) }));
      this.restartsAt.value = at;
    });
    this.#socket.on('watch:clinics', (clinics) => (this.clinics.value = clinics));
    this.#socket.on('connection:closing', ({ code }) => {
      if (code === 'not_signed_in') sessionExpired();
    });
    this.#socket.onClosed(() => this.#closed());
    onNetworkNews({ changed: () => this.#refresh() });
    onPageShown(() => this.#pause.end());
  }

  start(): void {
    void this.#keep(++this.#run);
  }

  stop(): void {
    this.#run += 1;
    this.#pause.end();
    this.#socket.close();
    this.view.value = null;
    this.clinics.value = null;
    this.#rooms = new Map();
    this.state.value = 'connecting';
  }

  /** Ends somebody's consultation. @throws {ApiError} */
  async endRoom(consultationId: string): Promise<void> {
    await this.#socket.request('room:end', { consultationId });
  }

  /** Sends what staff do from the waiting list. @throws {ApiError} */
  async desk<N extends DeskRequest>(name: N, data: SocketData<N>): Promise<void> {
    await this.#socket.request(name, data);
  }

  /** Connects again and again: every connection needs a token of its own, which is good for one minute and once. */
  async #keep(run: number): Promise<void> {
    this.#failures = 0;
    while (run === this.#run) {
      let wait: number | null = null;
      try {
        const { token } = await ask('watch.enter', {});
        if (run !== this.#run) return;
        const closed = new Promise<void>((resolve) => (this.#closed = resolve));
        await this.#socket.open(token);
        await closed;
      } catch (thrown) {
        // A refusal changes nothing: it is tried again until the person signs out. A mistake of ours goes to the console.
        const { retryAfter } = ApiError.of(thrown);
        if (retryAfter !== undefined) wait = retryAfter * 1000;
      }
      if (run !== this.#run) return;
      this.#lost();
      this.#failures += 1;
      await this.#pause.wait(wait ?? retryDelay(this.#failures));
    }
  }

  #lost(): void {
    if (this.state.value === 'live') announce(t('staff:watch.lost'));
    this.restartsAt.value = null;
    this.state.value = this.view.value ? 'lost' : 'connecting';
  }

  #show(now: number, rooms: RoomsById): void {
    const view = { now, rooms: [...rooms.values()] };
    const news = this.view.value ? newlyWaiting(this.view.value, view) : [];
    this.#failures = 0;
    setServerClock(now);
    this.#rooms = rooms;
    this.view.value = view;
    if (this.state.value === 'lost') announce(t('staff:watch.back'));
    this.state.value = 'live';
    if (news.length > 0) announce(news.map((name) => t('staff:room.nowWaiting', { name })).join(' '));
  }

  /** The network beneath has changed: the connection is probably dead although nothing has said so. */
  #refresh(): void {
    this.#socket.close();
    this.#pause.end();
  }
}

export const watch = new Watch();
