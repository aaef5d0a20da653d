import { writeFile } from 'node:fs/promises';
import { launchChromium } from './browsers.ts';

/** Somebody drawn, before a wall of their own: what a made-up camera sees. */
export interface Portrait {
  wall: string;
  /** Whatever stands behind, as SVG on a field of 640 by 480. */
  behind: string;
  skin: string;
  hair: string;
  /** The hair's outline, as an SVG path. */
  hairShape: string;
  clothes: string;
  /** Over the clothes, as SVG. */
  worn: string;
}

export const clinician: Portrait = {
  wall: '#d9e7ee',
  behind: `
    <rect x="40" y="40" width="150" height="190" fill="#f7fbfd" stroke="#9fb8c6" stroke-width="6" />
    <path d="M70 80 h90 M70 110 h90 M70 140 h60" stroke="#9fb8c6" stroke-width="8" />
    <rect x="490" y="0" width="150" height="480" fill="#c3d5de" />
    <path d="M490 120 h150 M490 250 h150 M490 380 h150" stroke="#9fb8c6" stroke-width="6" />
    <path d="M510 120 v-70 h22 v70 z M536 120 v-82 h18 v82 z M560 250 v-74 h24 v74 z" fill="#4d7f97" />
    <path d="M558 120 v-60 h20 v60 z M520 250 v-62 h34 v62 z M590 380 v-80 h20 v80 z" fill="#7fa6b8" />`,
  skin: '#b97a56',
  hair: '#2a1d18',
  hairShape:
    'M225 250 C205 90 435 90 415 250 C425 330 400 350 392 300 C400 200 360 180 320 172 C270 185 240 200 248 300 C240 350 215 330 225 250 Z',
  clothes: '#ffffff',
  worn: `
    <path d="M268 372 L320 440 L372 372 L352 480 H288 Z" fill="#2f6f8f" />
    <path d="M262 378 C250 440 262 470 270 480 M378 378 C390 430 384 452 380 480" stroke="#38464f" stroke-width="8" fill="none" />`,
};

export const patient: Portrait = {
  wall: '#f3e6d3',
  behind: `
    <rect x="400" y="30" width="200" height="170" fill="#cfe6f5" stroke="#b08d63" stroke-width="10" />
    <path d="M500 30 v170 M400 115 h200" stroke="#b08d63" stroke-width="6" />
    <path d="M0 330 H640 V480 H0 Z" fill="#8fa58a" />
    <path d="M90 330 C60 230 40 210 30 150 C70 190 90 220 96 270 C100 200 110 160 150 120 C150 190 130 240 108 330 Z" fill="#4f7a4c" />
    <rect x="68" y="318" width="60" height="50" fill="#b3673f" />`,
  skin: '#f0c7a4',
  hair: '#9a9a9a',
  hairShape: 'M236 220 C220 110 420 110 404 220 C396 180 370 160 320 158 C270 160 244 180 236 220 Z',
  clothes: '#6b3f63',
  worn: '<path d="M276 366 C290 400 350 400 364 366" stroke="#8d5c84" stroke-width="14" fill="none" />',
};

const drawing = ({ wall, behind, skin, hair, hairShape, clothes, worn }: Portrait) => `
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" width="640" height="480" style="display:block">
    <rect width="640" height="480" fill="${wall}" />
    ${behind}
    <path d="M120 480 C130 400 200 372 270 362 H370 C440 372 510 400 520 480 Z" fill="${clothes}" />
    <path d="M278 300 H362 V372 C350 402 290 402 278 372 Z" fill="${skin}" />
    <ellipse cx="320" cy="240" rx="82" ry="104" fill="${skin}" />
    <path d="${hairShape}" fill="${hair}" />
    <path d="M272 214 q16 -12 32 0 M336 214 q16 -12 32 0" stroke="${hair}" stroke-width="7" fill="none" />
    <circle cx="288" cy="236" r="7" fill="#2b2b2b" /><circle cx="352" cy="236" r="7" fill="#2b2b2b" />
    <path d="M320 242 q-10 26 4 30" stroke="#00000040" stroke-width="5" fill="none" />
    <path d="M288 296 q32 26 64 0" stroke="#7d2f2f" stroke-width="7" fill="none" stroke-linecap="round" />
    ${worn}
  </svg>`;

/** Writes a film in which nothing moves, as browsers take it in place of a camera. */
export async function filmPortrait(portrait: Portrait, file: string): Promise<void> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.setViewport({ width: 640, height: 480 });
  await page.setContent(`<body style="margin:0">${drawing(portrait)}</body>`);
  const frame = await page.screenshot({ type: 'jpeg', quality: 95 });
  await browser.close();
  await writeFile(file, Buffer.concat([frame, frame]));
}
