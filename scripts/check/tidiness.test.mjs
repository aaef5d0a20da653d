import { describe, expect, it } from 'vitest';
import { tidinessProblems } from './tidiness.mjs';

const lockfile = (packages) => ({ 'package-lock.json': JSON.stringify({ packages }) });

describe('what ties the project to one machine or one network', () => {
  it('is a download address in the lockfile', () => {
    const files = lockfile({ 'node_modules/a': { resolved: 'https://packages.example/a.tgz' }, 'node_modules/b': {} });
    expect(tidinessProblems(files, [])).toEqual(['package-lock.json has a download address for node_modules/a.']);
  });

  it('is not the link to a workspace', () => {
    expect(tidinessProblems(lockfile({ 'node_modules/ours': { resolved: 'ours', link: true } }), [])).toEqual([]);
  });

  it('is the name of a folder of this machine', () => {
    const files = { 'notes.md': 'Look into /srv/somebody/checkout/data.' };
    expect(tidinessProblems(files, ['/srv/somebody'])).toEqual([
      'notes.md names /srv/somebody, a folder of this machine.',
    ]);
  });

  it('is not a path that only looks like one', () => {
    const files = { 'a.ts': `import '../srv/somebody'; '/srv/somebody-else'; '\${base}/srv/somebody'` };
    expect(tidinessProblems(files, ['/srv/somebody'])).toEqual([]);
  });
});
