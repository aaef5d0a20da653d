import type { PersonView } from '@front-door/shared/protocol/views.ts';
import type { RemoteTrack } from '../call/receiving.ts';

/** Whether somebody's picture is left out for the sake of the sound, at their end or at one's own. */
export const isPictureOff = (person: PersonView, me: PersonView): boolean =>
  person.picture.sends === 'off' || me.picture.receives === 'off';

/**
 * What comes from somebody: `something`; `nothing`, though it should; or `unknown` when nothing is to be expected,
 * because they are muted and their picture is off, or have only just come.
 */
export function arrivalOf(tracks: readonly RemoteTrack[], pictureOff = false): 'something' | 'nothing' | 'unknown' {
  const expected = tracks.filter(({ paused, source }) => !paused && !(pictureOff && source === 'camera'));
  if (expected.length === 0) return 'unknown';
  return expected.some(({ arriving }) => arriving) ? 'something' : 'nothing';
}
