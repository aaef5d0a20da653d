/**
 * What keeps a person from being seen or heard although the connection stands.
 * - `hidden`: the screen is off, or another app or page is in front, and with that sound or picture stops
 * - `microphone`: the system took it away, as for a phone call; the camera often goes with it
 * - `camera`: the system took it away, as for another program; sound goes on
 */
export const interruptions = ['hidden', 'microphone', 'camera'] as const;
export type Interruption = (typeof interruptions)[number];

export interface OwnSide {
  /** Whether the system has taken the device away, which was on. */
  microphoneTaken: boolean;
  cameraTaken: boolean;
  /** Nobody looks at the page at the moment. */
  hidden: boolean;
  /** What is hidden on a phone is put to sleep before long; on a desk it just goes on behind another window. */
  isPhone: boolean;
  /** The browser has stopped the page. */
  frozen: boolean;
}

/** The one thing to tell the others; null while everything goes on. */
export function interruptionOf({
  microphoneTaken,
  cameraTaken,
  hidden,
  isPhone,
  frozen,
}: OwnSide): Interruption | null {
  const stops = isPhone || microphoneTaken || cameraTaken;
  if (frozen || (hidden && stops)) return 'hidden';
  if (microphoneTaken) return 'microphone';
  return cameraTaken ? 'camera' : null;
}
