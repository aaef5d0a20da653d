import { hash, randomBytes } from 'node:crypto';

/** Strangers could make up addresses without end, and remembering each would take memory without end. */
const buckets = 65_536;
const key = randomBytes(16).toString('hex');

/**
 * Which of a fixed number of allowances a stranger's address, or whatever else a stranger chooses, draws on. Two that
 * share one is rare, harmless, and cannot be brought about from outside.
 */
export const bucketOf = (name: string): string => String(hash('sha256', key + name, 'buffer').readUInt32BE() % buckets);
