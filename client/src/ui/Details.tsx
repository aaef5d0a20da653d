import type { ComponentChildren } from 'preact';

interface Props {
  summary: ComponentChildren;
  children: ComponentChildren;
  onToggle?: (open: boolean) => void;
}

/** What few people need, one click away. */
export const Details = ({ summary, children, onToggle }: Props) => (
  <details class="fd-details" onToggle={(event) => onToggle?.(event.currentTarget.open)}>
    <summary>
      <span>{summary}</span>
    </summary>
    <div class="fd-details__text">{children}</div>
  </details>
);
