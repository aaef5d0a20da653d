import type { ComponentChildren } from 'preact';

/** One thing among several of its kind, e.g. one consultation. */
export const Card = ({ children, label }: { children: ComponentChildren; label?: string }) => (
  <article class="fd-card" aria-label={label}>
    {children}
  </article>
);
