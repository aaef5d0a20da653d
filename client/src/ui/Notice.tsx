import type { ComponentChildren } from 'preact';

interface Props {
  kind?: 'information' | 'warning' | 'success' | 'error';
  heading?: string;
  /** Read it out when it appears while the page is open. */
  live?: boolean;
  children?: ComponentChildren;
}

/** Something to know before going on. */
export const Notice = ({ kind = 'information', heading, live = false, children }: Props) => (
  <div class={`fd-notice fd-notice--${kind}`} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
    {heading && <p class="nhsuk-u-font-weight-bold">{heading}</p>}
    {typeof children === 'string' ? <p>{children}</p> : children}
  </div>
);
