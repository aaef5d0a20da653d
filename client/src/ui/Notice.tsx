import type { ComponentChildren } from 'preact';

const kinds = {
  information: '',
  warning: 'fd-notice--warning',
  success: 'fd-notice--success',
  error: 'fd-notice--error',
};

interface Props {
  kind?: keyof typeof kinds;
  heading?: string;
  /** Read it out when it appears while the page is open. */
  live?: boolean;
  children?: ComponentChildren;
}

/** Something to know before going on. */
export const Notice = ({ kind = 'information', heading, live = false, children }: Props) => (
  <div class={`fd-notice ${kinds[kind]}`} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
    {heading && <p class="nhsuk-u-font-weight-bold">{heading}</p>}
    {typeof children === 'string' ? <p>{children}</p> : children}
  </div>
);
