import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

interface Props {
  text: string;
  /** What it is, for who cannot see it. */
  label: string;
}

/** The margin without which readers do not find the code, in its own squares. */
const quietZone = 4;

/** A text as a square that other devices' cameras can read; as drawing, since the pages allow no styles inside them. */
export function QrCode({ text, label }: Props) {
  const { size, data } = useMemo(() => encode(text, { ecc: 'M', border: quietZone }), [text]);
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="fd-qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} />
    </svg>
  );
}
