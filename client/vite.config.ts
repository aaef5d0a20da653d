import { fileURLToPath } from 'node:url';
import purgeUnused from '@fullhuman/postcss-purgecss';
import { defineConfig } from 'vite';
import { earlyChunk, earlyScript } from './build/early-script.ts';
import { forScreens } from './build/for-screens.ts';
import { precompress } from './build/precompress.ts';
import { readFromEitherSide } from './build/read-from-either-side.ts';

/**
 * The patient's page is built by itself, with `--mode patient`, so that nothing of other pages can weigh on it; and
 * what it needs at once is one piece, however many later pieces need parts of it too. The others are built first,
 * and empty the folder. `notOf`: sources that have no part in a build, and so no styles; `noSuch`: elements of which a
 * build has none, though its sources have the word.
 */
const builds = {
  patient: {
    notOf: ['src/{arrival,clinician,landing,staff,team}/**'],
    noSuch: ['table', 'thead', 'th', 'td', 'caption', 'code'],
    // Nobody waits on paper.
    styles: [forScreens()],
    plugins: [earlyScript()],
    build: {
      emptyOutDir: false,
      rolldownOptions: {
        input: ['visit.html'],
        output: { codeSplitting: { groups: [earlyChunk, { name: 'visit', tags: ['$initial' as const] }] } },
      },
    },
  },
  staff: {
    notOf: ['src/patient/**'],
    noSuch: [],
    styles: [],
    plugins: [],
    build: {
      emptyOutDir: true,
      rolldownOptions: { input: ['index.html', 'waiting-area.html', 'clinician.html', 'staff.html'] },
    },
  },
};

const inBuild = (file: string) => fileURLToPath(new URL(`build/${file}`, import.meta.url));

/** What libraries would bring along -> what stands in its place. */
const replaced = [
  { find: './webtransport.js', replacement: inBuild('no-web-transport.ts') },
  { find: /^\.\/(contrib\/base64-arraybuffer|binary)\.js$/, replacement: inBuild('no-binary.ts') },
  // mediasoup-client for apps made with React Native, and its stand-ins for tests.
  {
    find: /^\.\/(handlers\/ReactNative106|handlers\/FakeHandler|test\/fakeParameters)$/,
    replacement: inBuild('nothing.cjs'),
  },
];

const sources = ['*.html', 'src/**/*.{ts,tsx}'];

export default defineConfig(({ mode }) => {
  const { notOf, noSuch, styles, plugins, build } = mode === 'patient' ? builds.patient : builds.staff;
  return {
    base: '/',
    appType: 'mpa',
    css: {
      preprocessorOptions: { scss: { loadPaths: ['../node_modules'] } },
      // The design system has many times what we use of it. A class is used when its whole name stands in a source.
      postcss: {
        plugins: [
          purgeUnused({ content: sources, skippedContentGlobs: notOf, blocklist: noSuch }),
          readFromEitherSide(),
          ...styles,
        ],
      },
    },
    resolve: { alias: replaced },
    plugins: [...plugins, precompress()],
    build: {
      ...build,
      outDir: 'dist',
      assetsDir: 'assets',
      manifest: `.vite/${mode}.json`,
      // The pages' security policy allows neither data: addresses nor scripts and styles inside the page.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});
