import { readdir } from 'node:fs/promises';

/** How many files and connections a process has open, as the kernel knows it. */
export const handlesOf = async (pid: number): Promise<number> => (await readdir(`/proc/${pid}/fd`)).length;
