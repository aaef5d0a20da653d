import { findCommand } from './paths.mjs';
import { ensureInstalled } from './system-packages.mjs';

/** The other system that calls are measured beside. */
export const ensureJanus = () =>
  ensureInstalled('to measure calls beside another system', [
    { package: 'janus', isThere: () => findCommand('janus') !== undefined },
  ]);
