import type { ComponentChildren } from 'preact';

type Kind = 'primary' | 'secondary' | 'warning';

const kinds: Record<Kind, string> = {
  primary: '',
  secondary: 'nhsuk-button--secondary',
  warning: 'nhsuk-button--warning',
};

const classes = (kind: Kind, small: boolean): string =>
  ['nhsuk-button', kinds[kind], small && 'nhsuk-button--small'].filter(Boolean).join(' ');

interface Look {
  kind?: Kind;
  small?: boolean;
  children: ComponentChildren;
}

interface ButtonProps extends Look {
  /** Without it the button submits its form. */
  onClick?: () => void;
  /** The request is on its way: the button stays where it is, keeps the focus, and does nothing. */
  busy?: boolean;
  /** The name for screen readers, where the visible text alone would stand several times on the page. */
  label?: string | undefined;
  /** By what tests that follow a person's way find it. */
  testId?: string | undefined;
}

export const Button = ({ kind = 'primary', small = false, busy = false, ...rest }: ButtonProps) => (
  <button
    type={rest.onClick ? 'button' : 'submit'}
    class={classes(kind, small)}
    data-testid={rest.testId}
    aria-disabled={busy}
    aria-label={rest.label}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else rest.onClick?.();
    }}
  >
    {rest.children}
  </button>
);

interface LinkButtonProps extends Look {
  href: string;
  label?: string | undefined;
}

/** A way to another page that looks like a button. */
export const LinkButton = ({ kind = 'primary', small = false, href, label, children }: LinkButtonProps) => (
  <a class={classes(kind, small)} href={href} draggable={false} aria-label={label}>
    {children}
  </a>
);

interface TextButtonProps {
  onClick: () => void;
  label?: string | undefined;
  testId?: string | undefined;
  children: ComponentChildren;
}

/** A button that looks like a link, for what is rarely wanted. */
export const TextButton = ({ onClick, label, testId, children }: TextButtonProps) => (
  <button type="button" class="fd-link-button" onClick={onClick} aria-label={label} data-testid={testId}>
    {children}
  </button>
);
