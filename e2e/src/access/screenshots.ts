import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longCast, Stage, usualCast } from '../support/stage.ts';
import { stories } from '../support/states/index.ts';
import { settled } from '../support/states/story.ts';

/**
 * Takes a picture of every page in every state: `npm run screenshots -w e2e`. With names of stories it takes only
 * those; with `--long` people have long names.
 */
const folder = fileURLToPath(new URL('../../../test-results/screenshots/', import.meta.url));
const widths = [320, 768, 1280];

const wanted = process.argv.slice(2).filter((argument) => argument !== '--long');
await mkdir(folder, { recursive: true });
const stage = await Stage.set(process.argv.includes('--long') ? longCast : usualCast);
try {
  for (const [title, story] of Object.entries(stories)) {
    if (wanted.length > 0 && !wanted.includes(title)) continue;
    for await (const { name, page } of story(stage)) {
      await settled(page);
      for (const width of widths) {
        await page.setViewport({ width, height: width === 320 ? 640 : 800 });
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
      }
      process.stdout.write(`${name}\n`);
    }
    await stage.clear();
  }
} finally {
  await stage.close();
}
