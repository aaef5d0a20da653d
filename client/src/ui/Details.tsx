import type { ComponentChildren } from 'preact';

interface Props {
  summary: ComponentChildren;
  children: ComponentChildren;
  onOpen?: () => void;
}

/** What few people need, one click away. */
export const Details = ({ summary, children, onOpen }: Props) => (
  <details class="fd-details" onToggle={(event) => event.currentTarget.open && onOpen?.()}>
    <summary>
      <span>{summary}</span>
    </summary>
    <div class="fd-details__text">{children}</div>
  </details>
);
