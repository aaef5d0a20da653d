import { isDeepStrictEqual } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';

/** A part of a page, and how far the page was scrolled when it was in sight. All in px. */
interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
  scrolled: number;
}

/** Room for what stands round an element, such as the line that shows the focus. */
const margin = 5;

/** A part of a page as it looked, as a PNG in base64, and where that was. */
export interface Look {
  place: Place;
  picture: string;
}

/**
 * What an element looks like where it is at this moment, with what is right round it. Scrolls there.
 * @param before an earlier look, with which this one is to be compared: the picture has its size, at the same scrolling
 */
export async function lookAt(page: Page, element: ElementHandle, before?: Look): Promise<Look> {
  for (;;) {
    const place = await placeOf(element, before?.place);
    const picture = await pictureAt(page, place);
    // What comes in from the server moves what is below it: then this is a picture of something else.
    if (isDeepStrictEqual(await placeOf(element, before?.place), place)) return { place, picture };
  }
}

const placeOf = (element: ElementHandle, before?: Place): Promise<Place> =>
  element.evaluate(
    (here, room, was) => {
      if (was) scrollTo({ top: was.scrolled, behavior: 'instant' });
      here.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = here.getBoundingClientRect();
      const left = Math.max(0, x - room);
      const top = Math.max(0, y - room);
      return {
        x: left,
        y: top + scrollY,
        width: was?.width ?? x + width + room - left,
        height: was?.height ?? y + height + room - top,
        scrolled: scrollY,
      };
    },
    margin,
    before,
  );

async function pictureAt(page: Page, { scrolled, ...clip }: Place): Promise<string> {
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), scrolled);
  return page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
}

/** How many pixels of two pictures of the same size are clearly not the same. `desk` is any page without rules of its own. */
export const changedPixels = (desk: Page, before: string, after: string): Promise<number> =>
  desk.evaluate(
    async (...pngs) => {
      const [one, other] = await Promise.all(
        pngs.map(async (png) => {
          const image = new Image();
          image.src = `data:image/png;base64,${png}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      let changed = 0;
      for (let i = 0; i < one!.length; i += 4) {
        const distance = [0, 1, 2].reduce(
          (sum, channel) => sum + Math.abs(one![i + channel]! - other![i + channel]!),
          0,
        );
        if (distance > 90) changed += 1;
      }
      return changed;
    },
    before,
    after,
  );
