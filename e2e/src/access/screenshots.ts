import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageCodes } from '@front-door/shared/i18n/languages.ts';
import { longCast, Stage, usualCast, type Cast } from '../support/stage.ts';
import { stories } from '../support/states/index.ts';
import { settled } from '../support/states/story.ts';
import { takeReadmePicture } from './readme-picture.ts';

/**
 * Takes pictures of every page in every state at four widths, for people to look at, and the one of the read-me.
 * With names of stories (and `readme`) it takes only those; with `--long` people have long names; with `--language=ar`
 * and such everybody's browser asks for that one, in which only the patients' stories can be told.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'test-results/screenshots');
const widths = [320, 390, 768, 1280];

const args = process.argv.slice(2);
const language = languageCodes.find((code) => args.includes(`--language=${code}`));
const wanted = args.filter((arg) => !arg.startsWith('--'));
const isWanted = (title: string) => wanted.length === 0 || wanted.includes(title);

async function takeEveryState(cast: Cast): Promise<void> {
  const stage = await Stage.set(cast, language);
  try {
    for (const [title, story] of Object.entries(stories)) {
      if (!isWanted(title)) continue;
      for await (const { name, page } of story(stage)) {
        await settled(page);
        for (const width of widths) {
          await page.setViewport({ width, height: width < 600 ? 640 : 800 });
          await page.screenshot({
            path: join(folder, `${[name, width, language].filter(Boolean).join('-')}.png`),
            fullPage: true,
          });
        }
        process.stdout.write(`${name}\n`);
      }
      await stage.clear();
    }
  } finally {
    await stage.close();
  }
}

await mkdir(folder, { recursive: true });
await takeEveryState(args.includes('--long') ? longCast : usualCast);
if (isWanted('readme')) await takeReadmePicture(join(root, 'docs/images/consultation.png'));
