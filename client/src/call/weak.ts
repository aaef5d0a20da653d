import { isWeak } from '@front-door/shared/domain/connection-check.ts';
import type { RoomView } from '@front-door/shared/protocol/views.ts';

/** Whether the network is known to be weak: from the call so far, or from the check before it. */
export function isKnownWeak(view: RoomView | null): boolean {
  if (view === null) return false;
  const { picture, report } = view.me;
  return picture.sends === 'off' || picture.receives === 'off' || isWeak(report?.connection);
}
