import { better, type PictureLevel } from '@front-door/shared/domain/quality.ts';
import type { RoomView } from '@front-door/shared/protocol/views.ts';

/**
 * The best picture that anybody else in the call receives: more of it need not be sent. A slow one the server makes of a
 * small one, by leaving pictures out.
 */
export function pictureWanted(view: RoomView | null): PictureLevel {
  const others = view === null ? [] : view.people.filter(({ phase }) => phase === 'in_call');
  if (others.length === 0) return 'full';
  const best = others.map(({ picture }) => picture.receives).reduce(better);
  return best === 'slow' ? 'small' : best;
}
