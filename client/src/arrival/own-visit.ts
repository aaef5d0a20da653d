import { digest } from '../net/digest.ts';
import type { Memory } from '../net/memory.ts';

/** Where a device keeps the link of the private visit that it was given by a clinic's own link. */
export interface OwnVisit {
  read(): string | null;
  write(secret: string): void;
}

/** A clinic is no longer open than this on one day, ms. */
const keptFor = 12 * 3_600_000;

/** @param now the time, ms since the epoch */
export async function ownVisit(code: string, memory: Memory, now: () => number = Date.now): Promise<OwnVisit> {
  const key = `front-door.clinic.${await digest(code)}`;
  return {
    read: () => {
      const [until = '', secret = ''] = (memory.read(key) ?? '').split(' ');
      if (Number(until) > now() && secret !== '') return secret;
      memory.remove(key);
      return null;
    },
    write: (secret) => memory.write(key, `${now() + keptFor} ${secret}`),
  };
}
