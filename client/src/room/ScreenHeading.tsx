import { useFocusOnShow } from '../ui/focus.ts';

/** A screen's heading. It takes the focus when the screen appears: there, whoever cannot see goes on reading. */
export function ScreenHeading({ children, small = false }: { children: string; small?: boolean }) {
  const ref = useFocusOnShow<HTMLHeadingElement>();
  return (
    <h1 class={small ? 'nhsuk-heading-s' : 'nhsuk-heading-l'} ref={ref}>
      {children}
    </h1>
  );
}
