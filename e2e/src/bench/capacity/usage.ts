import { readdir, readFile } from 'node:fs/promises';

/** Of the clock by which Linux counts a process's time. */
const ticksPerSecond = 100;

/** What a system takes: all its processes together, by what Linux says of them. */
export interface Usage {
  /** Seconds of processors, of all threads, since they began. */
  cpu: number;
  /** Of that, the first process's. */
  main: number;
  /** Bytes, what several share counted in parts (PSS). */
  memory: number;
}

/** Of a process and all that it started. */
export async function usageOf(pid: number): Promise<Usage> {
  const family = await familyOf(pid);
  const [cpus, memories] = await Promise.all([Promise.all(family.map(cpuOf)), Promise.all(family.map(memoryOf))]);
  const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
  return { cpu: sum(cpus), main: cpus[0]!, memory: sum(memories) };
}

/** The process first. */
async function familyOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const children = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8')));
  const pids = children.join(' ').split(/\s+/).filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(pids.map(familyOf))).flat()];
}

async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // Counted from behind the name, which may hold anything: in user mode and in the kernel.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

async function memoryOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)![1]) * 1024;
}
