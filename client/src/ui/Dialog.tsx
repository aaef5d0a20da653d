import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { focusElement } from './focus.ts';

interface Props {
  heading: string;
  /** Asked for by Escape as well; the owner then stops drawing the dialog. */
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * A modal question. The browser keeps the focus inside and gives it back afterwards; it starts on the heading, so that
 * the question is read first and no key pressed by habit answers it.
 */
export function Dialog({ heading, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const openedFrom = pathTo(document.activeElement);
    element?.showModal();
    title.current?.focus();
    return () => {
      element?.close();
      // What the person decided on may be gone by it, with the button that asked: once the page is drawn, go on from
      // where that was.
      queueMicrotask(() => {
        const left = openedFrom.find((place) => place.isConnected);
        if (left && left !== document.activeElement) focusElement(left);
      });
    };
  }, []);
  return (
    <dialog
      class="fd-dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 class="nhsuk-heading-m" id={id} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </dialog>
  );
}

/** The element and what it is in, from the inside out. */
function pathTo(element: Element | null): HTMLElement[] {
  if (!(element instanceof HTMLElement) || element === document.body) return [];
  return [element, ...pathTo(element.parentElement)];
}
