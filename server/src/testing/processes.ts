import { readFile } from 'node:fs/promises';

/** The processes that this one, or another, started and that are still there, as Linux tells it. */
export const childProcesses = (): Promise<number[]> => childrenOf(process.pid);

export async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}
