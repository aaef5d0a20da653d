import type { ComponentChildren } from 'preact';

interface Props {
  icon: ComponentChildren;
  /** What pressing it does. */
  label: string;
  testId: string;
  onClick: () => void;
  /** What it switches is off at the moment. */
  off?: boolean;
  /** It ends something. */
  ending?: boolean;
}

/** One of the few large buttons below the picture. */
export const ControlButton = ({ icon, label, testId, onClick, off = false, ending = false }: Props) => (
  <button
    type="button"
    class={['fd-control', off && 'fd-control--off', ending && 'fd-control--ending'].filter(Boolean).join(' ')}
    data-testid={testId}
    data-state={off ? 'off' : 'on'}
    onClick={onClick}
  >
    {icon}
    <span>{label}</span>
  </button>
);
