import { useLayoutEffect } from 'preact/hooks';
import { LiveRegion } from './live-region.ts';

const polite = new LiveRegion();
const assertive = new LiveRegion();

/** Tell screen readers that something changed, when they are done with what they are saying. */
export const announce = (text: string): void => polite.say(text);

/** Tell screen readers at once, interrupting: only for what the person must act on now. */
export const announceNow = (text: string): void => assertive.say(text);

/** The page's two live regions. They must stand before anything is said, so every page has them from the start. */
export function LiveStatus() {
  useLayoutEffect(() => {
    polite.handleDrawn();
    assertive.handleDrawn();
  });
  return (
    <div class="nhsuk-u-visually-hidden">
      <div role="status">
        <p key={polite.now.key}>{polite.now.text}</p>
      </div>
      <div role="alert">
        <p key={assertive.now.key}>{assertive.now.text}</p>
      </div>
    </div>
  );
}
