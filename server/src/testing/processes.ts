import { readFile } from 'node:fs/promises';

/** The processes that this one started and that are still there, as Linux tells it. */
export async function childProcesses(): Promise<number[]> {
  const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}
