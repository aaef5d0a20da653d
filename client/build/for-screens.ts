import type { PostCssPlugin } from './postcss.ts';

/** Leaves out what is only for paper: the page is then printed as it is on the screen. */
export const forScreens = (): PostCssPlugin => ({
  postcssPlugin: 'for-screens',
  OnceExit(root) {
    root.walkAtRules('media', (rule) => {
      if (rule.params.startsWith('print')) rule.remove();
    });
  },
});
