import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Move the focus to an element, also to one that cannot be reached by the keyboard. */
export function focusElement(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/**
 * A click on an in-page link that moves the focus there without changing the address: its fragment can hold the
 * secret of a link.
 */
export const focusLink = (id: string) => ({
  href: `#${id}`,
  onClick: (event: MouseEvent) => {
    event.preventDefault();
    const element = document.getElementById(id);
    if (element) focusElement(element);
  },
});

/** Put the focus on an element as soon as it is on the page; for what replaced the part the person was in. */
export function useFocusOnShow<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (ref.current) focusElement(ref.current);
  }, []);
  return ref;
}
