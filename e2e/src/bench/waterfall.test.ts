import { expect, it } from 'vitest';
import { waterfall } from './waterfall.ts';

it('draws a line for each step, in the order in which they began, as long as they took', () => {
  const svg = waterfall('An admission', [
    { title: 'Ann', steps: [{ name: 'sees', spans: [[200, 200]] }] },
    {
      title: 'Bob',
      steps: [
        {
          name: 'asks',
          spans: [
            [0, 100],
            [50, 150],
          ],
        },
      ],
    },
  ]);
  expect([...svg.matchAll(/>(Ann \w+|Bob \w+)</g)].map(([, label]) => label)).toEqual(['Bob asks', 'Ann sees']);
  // Half of the 640 that the last moment is away, twice; and a mark where something took no time.
  expect([...svg.matchAll(/<rect x="[\d.]+" y="\d+" width="([\d.]+)"/g)].map(([, width]) => width)).toEqual([
    '320.0',
    '320.0',
    '3.0',
  ]);
});
