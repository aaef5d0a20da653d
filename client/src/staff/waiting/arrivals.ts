import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { visitorsOf } from './status.ts';

/**
 * The consultations to which somebody has come between two pictures of the list: opened the page for the first time, or
 * came back after leaving. A connection that was lost and is back is no arrival.
 */
export function arrivals(before: readonly WatchedRoom[], after: readonly WatchedRoom[]): WatchedRoom[] {
  const present = new Set(
    before.flatMap(visitorsOf).flatMap(({ visitId, phase }) => (phase === 'left' ? [] : visitId)),
  );
  return after.filter((room) =>
    visitorsOf(room).some(
      ({ visitId, phase, droppedAt }) =>
        (phase === 'arrived' || phase === 'waiting') && droppedAt === null && !present.has(visitId),
    ),
  );
}

/** What somebody wants to be told by. */
export interface AlertWishes {
  sound: boolean;
  notification: boolean;
}

/**
 * What arrivals are told by: whether a tone sounds, and for which clinics a notification comes up (null for none in
 * particular), once for each. Whoever looks at the page needs no notification.
 */
export function alertsFor(arrived: readonly WatchedRoom[], wishes: AlertWishes, isInFront: boolean) {
  return {
    sound: wishes.sound && arrived.length > 0,
    notifications:
      wishes.notification && !isInFront ? [...new Set(arrived.map(({ clinic }) => clinic?.name ?? null))] : [],
  };
}
