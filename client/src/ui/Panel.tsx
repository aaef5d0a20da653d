import type { ComponentChildren } from 'preact';
import { useFocusOnShow } from './focus.ts';

/** Something is done: says so, takes the focus. A page that uses it takes the design system's panel into its styles. */
export function Panel({ heading, children }: { heading: string; children?: ComponentChildren }) {
  const ref = useFocusOnShow<HTMLDivElement>();
  return (
    <div class="nhsuk-panel" ref={ref} tabIndex={-1}>
      <h2 class="nhsuk-panel__heading">{heading}</h2>
      {children && <div class="nhsuk-panel__body">{children}</div>}
    </div>
  );
}
