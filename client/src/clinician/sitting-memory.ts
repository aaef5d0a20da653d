import { Memory } from '../net/memory.ts';

const memory = new Memory(() => sessionStorage);
const key = 'front-door.sitting';
const divider = ' ';

/**
 * The consultation that a clinician is in, so that a reload of the page leads back into it. It is remembered for that
 * account alone: somebody else may sign in on the same page.
 */
export const sittingMemory = {
  read(staffId: string): string | null {
    const [account, consultationId = null] = memory.read(key)?.split(divider) ?? [];
    return account === staffId ? consultationId : null;
  },
  write: (staffId: string, consultationId: string): void => memory.write(key, [staffId, consultationId].join(divider)),
  forget: (): void => memory.remove(key),
};
