import type { Page } from 'puppeteer-core';

/** The narrowest screen, in CSS pixels: also what a desktop's window becomes at 400 % zoom. */
export const narrow = { width: 320, height: 640 };

/** What does not fit on the page as it is, one sentence each: sideways scrolling, something cut off, a tiny control. */
export const misfits = (page: Page): Promise<string[]> => page.evaluate(findMisfits);

/** Runs in the page. */
function findMisfits(): string[] {
  const found: string[] = [];
  const screen = document.scrollingElement!;
  if (screen.scrollWidth > screen.clientWidth) found.push(`The page is ${screen.scrollWidth} px wide`);

  // Behind an open dialog nothing can be used or need be read.
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const elements = [...scope.querySelectorAll<HTMLElement>('*')].filter(isThere);
  for (const element of elements) {
    const { left, right, width, height } = element.getBoundingClientRect();
    if (hasText(element) && (left < -0.5 || right > innerWidth + 0.5)) found.push(`${nameOf(element)} is cut off`);
    if (hidesWhatIsTooMuch(element)) found.push(`${nameOf(element)} hides a part of what is in it`);
    if (isControl(element) && (width < 24 || height < 24)) {
      found.push(`${nameOf(element)} is ${width.toFixed(1)} by ${height.toFixed(1)} px`);
    }
    const covering = isControl(element) || hasText(element) ? coverOf(element) : null;
    if (covering) found.push(`${nameOf(element)} is covered by ${nameOf(covering)}`);
  }
  return found;

  function isThere(element: HTMLElement): boolean {
    return (
      element.checkVisibility({ opacityProperty: false, visibilityProperty: true }) &&
      element.closest('.nhsuk-u-visually-hidden, .nhsuk-skip-link, thead') === null
    );
  }

  function hasText(element: HTMLElement): boolean {
    return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
  }

  function hidesWhatIsTooMuch(element: HTMLElement): boolean {
    if (element.matches('input, video')) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    return (
      (overflowX !== 'visible' && element.scrollWidth > element.clientWidth) ||
      (['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight)
    );
  }

  function isControl(element: HTMLElement): boolean {
    // A link in the middle of a sentence is as high as its line.
    const inSentence = element.matches('p a') && hasText(element.parentElement!);
    return element.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') && !inSentence;
  }

  function coverOf(element: HTMLElement): Element | null {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    // A text over two lines has its middle where what it stands in shows through.
    const isOwn =
      element.contains(onTop) || onTop?.contains(element) || onTop?.closest('label')?.htmlFor === element.id;
    return isOwn ? null : onTop;
  }

  function nameOf(element: Element): string {
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
    return `<${element.tagName.toLowerCase()}${element.id && `#${element.id}`} class="${element.getAttribute('class') ?? ''}"> “${text}”`;
  }
}
