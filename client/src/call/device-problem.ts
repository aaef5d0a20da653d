/**
 * Why there is no microphone or camera, as a person can be told.
 * - `refused`: the person, or the browser's settings, said no
 * - `not_found`: the device has none
 * - `in_use`: another program holds it, or it is broken
 * - `interrupted`: it was there and went away: unplugged, or taken by a phone call
 */
export type DeviceProblem = 'refused' | 'not_found' | 'in_use' | 'interrupted' | 'other';

/** What an error of `getUserMedia` means, by its name: browsers agree on little else. */
export function deviceProblem(error: unknown): DeviceProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'not_found';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in_use';
    default:
      return 'other';
  }
}
