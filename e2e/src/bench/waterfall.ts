import type { Step } from './steps.ts';

/** What went on on one page. */
export interface Lane {
  title: string;
  steps: Step[];
}

const colours = ['#005eb8', '#007f3b', '#7c2855'];
const [labels, width, row, top, end] = [250, 640, 22, 64, 16];
const font = 'font-family="Arial, sans-serif" font-size="13"';

/** Draws what went on as an SVG: a line for each step, in the order in which they began, and a colour for each page. */
export function waterfall(title: string, lanes: readonly Lane[]): string {
  const rows = lanes
    .flatMap(({ title: who, steps }, lane) => steps.map((step) => ({ ...step, who, colour: colours[lane]! })))
    .sort((a, b) => a.spans[0]![0] - b.spans[0]![0]);
  const last = Math.max(...rows.flatMap(({ spans }) => spans.map(([, to]) => to)));
  const x = (ms: number) => (labels + (ms / last) * width).toFixed(1);
  const bottom = top + rows.length * row;
  const ticks = Array.from({ length: Math.floor(last / 100) + 1 }, (_, tick) => tick * 100);
  const lines = ticks.map(
    (ms) =>
      `<line x1="${x(ms)}" x2="${x(ms)}" y1="${top - 6}" y2="${bottom}" stroke="#d8dde0"/>` +
      `<text x="${x(ms)}" y="${top - 10}" text-anchor="middle" fill="#4c6272">${ms}</text>`,
  );
  const bars = rows.flatMap(({ name, who, spans, colour }, number) => {
    const y = top + number * row;
    const text = `<text x="${labels - 10}" y="${y + 15}" text-anchor="end" fill="${colour}">${who} ${name}</text>`;
    return [
      text,
      ...spans.map(
        ([from, to]) =>
          `<rect x="${x(from)}" y="${y + 4}" width="${Math.max(3, ((to - from) / last) * width).toFixed(1)}" ` +
          `height="${row - 8}" fill="${colour}" fill-opacity="0.7"/>`,
      ),
    ];
  });
  const size = `width="${labels + width + end * 2}" height="${bottom + end}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font} role="img" aria-label="${title}">`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<text x="${end}" y="24" font-weight="bold" fill="#212b32">${title}</text>`,
    ...lines,
    ...bars,
    '</svg>',
    '',
  ].join('\n');
}
