import { Memory } from '../../net/memory.ts';

const memory = new Memory(() => sessionStorage);
const key = 'front-door.stay';

/** Whether the person decided to try it in this browser; a reload does not ask again. */
export const hasStayed = (): boolean => memory.read(key) !== null;
export const rememberStaying = (): void => memory.write(key, 'yes');
export const forgetStaying = (): void => memory.remove(key);
