import { signal } from '@preact/signals';

/** A key that changes makes a new element, so that saying the same thing twice is heard twice. */
interface Announcement {
  key: number;
  text: string;
}

const polite = signal<Announcement>({ key: 0, text: '' });
const assertive = signal<Announcement>({ key: 0, text: '' });

/** Tell screen readers that something changed, when they are done with what they are saying. */
export function announce(text: string): void {
  polite.value = { key: polite.peek().key + 1, text };
}

/** Tell screen readers at once, interrupting: only for what the person must act on now. */
export function announceNow(text: string): void {
  assertive.value = { key: assertive.peek().key + 1, text };
}

/** The page's two live regions. They must stand before anything is said, so every page has them from the start. */
export const LiveStatus = () => (
  <div class="nhsuk-u-visually-hidden">
    <div role="status">
      <p key={polite.value.key}>{polite.value.text}</p>
    </div>
    <div role="alert">
      <p key={assertive.value.key}>{assertive.value.text}</p>
    </div>
  </div>
);
