import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { longCast, Stage } from '../support/stage.ts';
import { settled, type Story } from '../support/states/story.ts';
import { misfits, narrow } from './fits.ts';
import { violations } from './violations.ts';

const wide = { width: 1280, height: 800 };

/** Holds every page that the stories come to against a narrow screen and the rules of accessibility. */
export function holdEveryState(title: string, stories: Record<string, Story>): void {
  describe(`${title}, in every state,`, () => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await Stage.set(longCast);
    });
    afterEach(() => stage.clear());
    afterAll(() => stage.close());

    it.each(Object.entries(stories))(
      'fit a narrow screen, have controls of a good size and pass axe: %s',
      async (_title, story) => {
        const wrong: string[] = [];
        for await (const { name, page } of story(stage)) {
          await page.setViewport(narrow);
          await settled(page);
          const found = [...(await misfits(page)), ...(await violations(page))];
          await page.setViewport(wide);
          found.push(...(await violations(page)));
          wrong.push(...found.map((problem) => `${name}: ${problem}`));
        }
        expect(wrong).toEqual([]);
      },
    );
  });
}
