import type { Page } from 'puppeteer-core';
import type { Stage } from '../stage.ts';

/** A page as somebody sees it at some moment, under a name of its own. */
export interface State {
  name: string;
  page: Page;
}

/** Resolves when nothing on the page moves by itself any more. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));

/** Leads people from state to state; whoever listens looks at each page before the story goes on. */
export type Story = (stage: Stage) => AsyncGenerator<State>;
