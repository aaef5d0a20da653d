import type { Plugin } from 'vite';

/** The chunk that `src/net/early.ts` is made, with all that it needs. */
export const earlyChunk = { name: 'early', test: /src\/net\/early\.ts$/, priority: 1 };

/**
 * Has the browser run that chunk as soon as it is there, and wait for nothing else; the page's own script gets the same
 * one when it asks for it.
 */
export function earlyScript(): Plugin {
  return {
    name: 'early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const script = /<script type="module" (?=[^>]*\/early-)/;
        if (!script.test(html)) throw new Error('The page has no early script.');
        return html.replace(script, '$&async ');
      },
    },
  };
}
