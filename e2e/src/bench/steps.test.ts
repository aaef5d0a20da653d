import { expect, it } from 'vitest';
import { stepsOf } from './steps.ts';

const said = (at: number, sent: boolean, text: string) => ({ at, sent, text });

it('makes steps of what is said on a socket: requests with their answers, and news', () => {
  const messages = [
    said(90, true, '427["visit:report",{}]'),
    said(105, true, '428["media:open",{}]'),
    said(110, false, '42["room:view",{"name":"x"}]'),
    said(112, false, '437[{}]'),
    said(113, false, '2'),
    said(114, true, '3'),
    said(120, false, '438[{}]'),
    said(125, true, '429["producer:create",{}]'),
    said(126, true, '4210["producer:create",{}]'),
    said(130, false, '4310[{}]'),
    said(140, false, '42["room:view",{}]'),
    said(160, false, '439[{}]'),
  ];
  expect(stepsOf(messages, 100, 150)).toEqual([
    { name: 'asks media:open', spans: [[5, 20]] },
    {
      name: 'is told room:view',
      spans: [
        [10, 10],
        [40, 40],
      ],
    },
    {
      name: 'asks producer:create',
      spans: [
        [25, 50],
        [26, 30],
      ],
    },
  ]);
});
