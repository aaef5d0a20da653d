import type { PostCssPlugin } from './postcss.ts';

const sides: Record<string, string> = { left: 'inline-start', right: 'inline-end' };

/** `margin-left` -> `margin-inline-start`, `left` -> `inset-inline-start`; any other as it is. */
const propertyFor = (property: string): string =>
  property
    .replace(/^(left|right)$/, (side) => `inset-${sides[side]}`)
    .replace(
      /^(margin|padding|border)-(left|right)(?=-|$)/,
      (_all, of: string, side: string) => `${of}-${sides[side]}`,
    );

const valueFor = (value: string): string => value.replace('left', 'start').replace('right', 'end');

/**
 * The design system says left where it means the side from which is read. Says so, for pages that are read from the
 * right. What is turned is a shape, like the tick of a checkbox, and keeps its sides.
 */
export const readFromEitherSide = (): PostCssPlugin => ({
  postcssPlugin: 'read-from-either-side',
  OnceExit(root) {
    root.walkRules((rule) => {
      if (rule.some((node) => node.type === 'decl' && /rotate\(/.test(node.value))) return;
      rule.each((node) => {
        if (node.type !== 'decl') return;
        node.prop = propertyFor(node.prop);
        if (node.prop === 'text-align') node.value = valueFor(node.value);
      });
    });
  },
});
