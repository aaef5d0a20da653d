import type { ConnectionResult } from '@front-door/shared/domain/connection-check.ts';

const bars: Record<ConnectionResult, number> = { good: 3, fair: 2, poor: 1, blocked: 0 };

/** Bars as on a phone: so many of three are filled, and one that is blocked is crossed out. */
export const SignalIcon = ({ result }: { result: ConnectionResult }) => (
  <svg class="fd-signal" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {[0, 1, 2].map((index) => (
      <rect
        key={index}
        class={index < bars[result] ? 'fd-signal__bar' : 'fd-signal__bar fd-signal__bar--empty'}
        x={2 + index * 7.5}
        y={15 - index * 6}
        width="5"
        height={7 + index * 6}
      />
    ))}
    {result === 'blocked' && <path class="fd-signal__cross" d="M2 2 L22 22 M22 2 L2 22" />}
  </svg>
);
