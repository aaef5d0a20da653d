import { Memory } from '../net/memory.ts';

const memory = new Memory(() => sessionStorage);
const key = 'front-door.sitting';

/** The consultation that a clinician is in, so that a reload of the page leads back into it. */
export const sittingMemory = {
  read: (): string | null => memory.read(key),
  write: (consultationId: string): void => memory.write(key, consultationId),
  forget: (): void => memory.remove(key),
};
