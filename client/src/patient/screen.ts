import type { RoomView } from '@front-door/shared/protocol/views.ts';
import type { ConnectionState } from '../net/connection.ts';

/** What a patient or guest is looking at. */
export type Screen = 'connecting' | 'details' | 'devices' | 'waiting' | 'held' | 'call' | 'in_use' | 'over';

/**
 * The screen for where the visit stands. A lost connection changes nothing about it: the person stays where they are,
 * and is told. `decided`: whether the person has said yes or no to camera and microphone.
 */
export function screenOf(connection: ConnectionState, view: RoomView | null, decided: boolean): Screen {
  if (connection.is === 'over') return connection.reason === 'link_in_use' ? 'in_use' : 'over';
  if (connection.is === 'connecting' || view === null) return 'connecting';
  switch (view.me.phase) {
    case 'arrived':
      return 'details';
    case 'waiting':
      return decided ? 'waiting' : 'devices';
    case 'held':
      return 'held';
    case 'admitted':
    case 'in_call':
      return 'call';
    case 'left':
    case 'removed':
    case 'ended':
      return 'over';
  }
}
