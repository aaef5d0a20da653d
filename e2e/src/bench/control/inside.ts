import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded into a server before it starts (`node --import`), for the process that started it: how long the loop of events
 * was late since it was last asked, and the processor's time that was used.
 */
export interface Loop {
  /** ms that something waited for its turn. */
  p99: number;
  longest: number;
  /** Seconds. */
  cpu: number;
}

/** ms between two looks. */
const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
let cpu = process.cpuUsage();

process.on('message', (question) => {
  if (question !== 'how late?') return;
  const { user, system } = process.cpuUsage(cpu);
  const late = (ns: number) => Math.max(0, ns / 1e6 - resolution);
  process.send?.({ p99: late(delay.percentile(99)), longest: late(delay.max), cpu: (user + system) / 1e6 });
  delay.reset();
  cpu = process.cpuUsage();
});
