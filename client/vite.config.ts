import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  appType: 'mpa',
  css: { preprocessorOptions: { scss: { loadPaths: ['../node_modules'] } } },
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    // The pages' security policy allows neither data: addresses nor scripts and styles inside the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', 'visit.html', 'clinician.html', 'staff.html'] },
  },
});
