import purgeUnused from '@fullhuman/postcss-purgecss';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

/**
 * The patient's page is built by itself, with `--mode patient`: so it shares no files with staff's pages, comes in as
 * few pieces as can be, and nothing of theirs can weigh on it. Staff's pages come first and empty the folder.
 */
const builds = {
  patient: { input: ['visit.html'], emptyOutDir: false },
  production: { input: ['index.html', 'clinician.html', 'staff.html'], emptyOutDir: true },
};

export default defineConfig(({ mode }) => {
  const { input, emptyOutDir } = builds[mode as keyof typeof builds];
  return {
    base: '/',
    appType: 'mpa',
    css: {
      preprocessorOptions: { scss: { loadPaths: ['../node_modules'] } },
      // The design system has many times what we use of it. A class is used when its whole name stands in a source.
      postcss: { plugins: [purgeUnused({ content: ['*.html', 'src/**/*.{ts,tsx}'] })] },
    },
    plugins: [precompress()],
    build: {
      outDir: 'dist',
      assetsDir: 'assets',
      emptyOutDir,
      manifest: `.vite/${mode}.json`,
      // The pages' security policy allows neither data: addresses nor scripts and styles inside the page.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input },
    },
  };
});
