import { signal } from '@preact/signals';

const read = () => ({ path: location.pathname.replace(/\/+$/, ''), query: location.search, hash: location.hash });

/** Where the page is, as its address says. */
export const place = signal(read());

/** Whether the person has moved within the page: only then does the focus follow to the new heading. */
export const hasMoved = signal(false);

/** Goes to another address of this page. `replace` leaves no way back to the present one. */
export function navigate(href: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  moved();
}

function moved(): void {
  hasMoved.value = true;
  place.value = read();
  scrollTo(0, 0);
}

window.addEventListener('popstate', moved);
window.addEventListener('hashchange', moved);
