/** How long a test waits for one thing, in ms: half of all its time, so that it ends by saying what was missing. */
const patience = 60_000;

/** What `work` gives. When that takes too long, fails where it is waited for, and says what is missing. */
export function inTime<T>(missing: string, work: Promise<T>): Promise<T> {
  // Made before the wait, so that its stack leads to who waits.
  const late = new Error(`Waited ${patience / 1_000} s for ${missing}`);
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, fail) => {
    timer = setTimeout(fail, patience, late);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}
