import { computed, effect, untracked } from '@preact/signals';
import { CallMedia } from '../call/call-media.ts';
import { preloadMedia, prepareLink } from '../call/load-media.ts';
import { OwnMedia } from '../call/own-media.ts';
import { wantsMedia } from '../call/wanted.ts';
import { VisitConnection } from '../net/connection.ts';
import type { Door } from '../net/door.ts';
import { resumeStore } from '../net/resume-store.ts';
import { Memory } from '../net/memory.ts';
import { setServerClock } from '../ui/clock.ts';
import { rememberChoice } from './device-choice.ts';
import { keepScreenOn } from './wake-lock.ts';

/** Somebody's visit on this page: the connection, the own devices, and the media between the two. */
export interface Visit {
  connection: VisitConnection;
  own: OwnMedia;
  media: CallMedia;
}

/** Opens a visit and keeps its parts in step until the page is closed. */
export async function openVisit(door: Door): Promise<Visit> {
  const connection = new VisitConnection(door, await resumeStore(door, new Memory(() => localStorage)));
  const own = new OwnMedia();
  const media = new CallMedia({ signalling: connection.socket, own, prepareLink });

  effect(() => {
    const view = connection.view.value;
    if (view !== null) setServerClock(view.now);
  });
  effect(() => {
    const state = connection.state.value;
    const wanted = state.is !== 'over' && wantsMedia(connection.view.value);
    untracked(() => media.follow(wanted, state.is === 'here' ? state : null));
  });
  effect(() => {
    if (connection.state.value.is === 'over') untracked(() => own.close());
  });
  effect(() => rememberChoice(own.microphone.state.value, own.camera.state.value));
  const isThere = computed(() => connection.view.value !== null);
  effect(() => {
    if (isThere.value) afterDrawing(preloadMedia);
  });
  const waitsOrTalks = computed(() => {
    const phase = connection.view.value?.me.phase;
    return phase !== undefined && phase !== 'arrived' && connection.state.value.is !== 'over';
  });
  effect(() => (waitsOrTalks.value ? keepScreenOn() : undefined));
  connection.start();
  return { connection, own, media };
}

/** Does what may wait until the page shows what it has now. */
function afterDrawing(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
