const second = 1_000;
const minute = 60 * second;

/** After so many attempts it is given up: about an hour after the first. */
export const mostAttempts = 10;

/** ms to wait after that many attempts: twice as long each time up to 15 minutes, each a quarter more or less by chance. */
export function pauseAfter(attempts: number, random: () => number): number {
  const usual = Math.min(10 * second * 2 ** (attempts - 1), 15 * minute);
  return Math.round(usual * (0.75 + random() / 2));
}

/** ms until it is worth asking again what became of a message that was taken so long ago. */
export const askAfter = (age: number): number => Math.min(Math.max(age / 2, 15 * second), 60 * minute);

/** A service tries for three days at most; what it does not know by then it never will. */
export const longestDelivery = 4 * 24 * 60 * minute;
