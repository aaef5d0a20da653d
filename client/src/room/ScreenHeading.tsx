import { useFocusOnShow } from '../ui/focus.ts';

interface Props {
  children: string;
  small?: boolean;
  level?: 'h1' | 'h2';
}

/** A screen's heading. It takes the focus when the screen appears: there, whoever cannot see goes on reading. */
export function ScreenHeading({ children, small = false, level: Level = 'h1' }: Props) {
  const ref = useFocusOnShow<HTMLHeadingElement>();
  return (
    <Level class={small ? 'nhsuk-heading-s' : 'nhsuk-heading-l'} ref={ref}>
      {children}
    </Level>
  );
}
