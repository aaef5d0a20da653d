import { findCommand } from './paths.mjs';
import { ensureInstalled } from './system-packages.mjs';

/** The relay that the tests run for themselves. */
export const ensureCoturn = () =>
  ensureInstalled('to test calls by way of a relay', [
    { package: 'coturn', isThere: () => findCommand('turnserver') !== undefined },
  ]);
