import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Move the focus to the element with this id, wherever it is; for skip links and error summaries. */
export function focusById(id: string): void {
  const element = document.getElementById(id);
  if (element && element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element?.focus();
}

/**
 * A click on an in-page link that moves the focus there without changing the address: its fragment can hold the
 * secret of a link.
 */
export const focusLink = (id: string) => ({
  href: `#${id}`,
  onClick: (event: MouseEvent) => {
    event.preventDefault();
    focusById(id);
  },
});

/** Put the focus on an element as soon as it is on the page; for what replaced the part the person was in. */
export function useFocusOnShow<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (!element.hasAttribute('tabindex') && element.tabIndex < 0) element.tabIndex = -1;
    element.focus();
  }, []);
  return ref;
}
