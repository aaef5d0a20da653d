import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { CallMedia } from '../call/call-media.ts';
import { expectMedia, preloadMedia, prepareLink } from '../call/load-media.ts';
import { OwnMedia } from '../call/own-media.ts';
import { wantedMedia } from '../call/wanted.ts';
import { VisitConnection } from '../net/connection.ts';
import type { Door } from '../net/door.ts';
import { resumeStore } from '../net/resume-store.ts';
import { Memory } from '../net/memory.ts';
import { setServerClock } from '../ui/clock.ts';
import { rememberChoice } from './device-choice.ts';
import { awaitPicture } from './Video.tsx';
import { keepScreenOn } from './wake-lock.ts';

/** Somebody's visit on this page: the connection, the own devices, and the media between the two. */
export interface Visit {
  connection: VisitConnection;
  own: OwnMedia;
  media: CallMedia;
  /** It is known to be in a call, before the connection is there. */
  comesIntoCall: ReadonlySignal<boolean>;
}

/** Opens a visit and keeps its parts in step until the page is closed. */
export async function openVisit(door: Door): Promise<Visit> {
  const own = new OwnMedia();
  const { visit } = await prepareVisit(door, own);
  const { connection } = visit;
  effect(() => {
    if (connection.state.value.is === 'over') untracked(() => own.close());
  });
  effect(() => rememberChoice(own.microphone.state.value, own.camera.state.value));
  const isThere = computed(() => connection.view.value !== null);
  effect(() => {
    if (isThere.value) afterDrawing(preloadMedia);
  });
  connection.start();
  return visit;
}

/** A visit to be started, and how to let go of it: then the devices are as they were, and nothing of it goes on. */
export interface PreparedVisit {
  visit: Visit;
  close: () => void;
}

/**
 * Puts the parts of a visit together with devices that are there already, and keeps them in step. Nothing is sent
 * before `mayCall`.
 */
export async function prepareVisit(
  door: Door,
  own: OwnMedia,
  mayCall: ReadonlySignal<boolean> = signal(true),
): Promise<PreparedVisit> {
  const store = await resumeStore(door, new Memory(() => localStorage));
  const comesIntoCall = signal(false);
  const connection = new VisitConnection(door, store, (spoken) => {
    comesIntoCall.value = spoken !== null;
    if (spoken !== null) expectMedia(spoken);
    return mayCall.peek() && media.isMissing;
  });
  const media: CallMedia = new CallMedia({ signalling: connection.socket, own, view: connection.view, prepareLink });
  const waitsOrTalks = computed(() => {
    const phase = connection.view.value?.me.phase;
    return phase !== undefined && phase !== 'arrived' && connection.state.value.is !== 'over';
  });
  const stops = [
    effect(() => {
      // In a call the elements are there, and would be beside these.
      if (media.state.value !== 'closed') return;
      for (const { source, track } of media.remote.value) if (source === 'camera') awaitPicture(track);
    }),
    effect(() => {
      const view = connection.view.value;
      if (view !== null) setServerClock(view.now);
    }),
    effect(() => {
      const state = connection.state.value;
      const wanted = state.is === 'over' ? null : wantedMedia(connection.view.value);
      // Perhaps let in by somebody else; what stands by goes on to until that is known.
      if (wanted === 'call' && !mayCall.value) return;
      untracked(() => media.follow(wanted, state.is === 'here' ? state : null));
    }),
    effect(() => (waitsOrTalks.value ? keepScreenOn() : undefined)),
  ];
  const close = () => {
    for (const stop of stops) stop();
    media.follow(null, null);
    connection.close();
  };
  return { visit: { connection, own, media, comesIntoCall }, close };
}

/** Does what may wait until the page shows what it has now. */
function afterDrawing(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
