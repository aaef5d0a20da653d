import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

interface WithAxe extends Window {
  axe: typeof axe;
}

/** The success criteria of WCAG 2.2 A and AA that a program can judge, and what axe holds for good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it is, one sentence for each element. */
export async function violations(page: Page): Promise<string[]> {
  // The page's own rules allow no foreign script; the browser's debugger asks nobody.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const results = await (window as unknown as WithAxe).axe.run(document, { runOnly: { type: 'tag', values } });
    return results.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
  }, tags);
  return found.flatMap(({ id, help, nodes }) => nodes.map((html) => `${id}: ${help}: ${html.slice(0, 200)}`));
}
