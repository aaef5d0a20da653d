import { useEffect, useRef } from 'preact/hooks';
import { hasMoved } from './router.ts';

/** A page's heading. Who came here from another of our pages continues from it; who opens the address starts on top. */
export function Heading({ children }: { children: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved.peek()) ref.current?.focus();
  }, []);
  return (
    <h1 class="nhsuk-heading-l" ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
