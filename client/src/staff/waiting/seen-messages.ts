import { remembered } from './remembered.ts';

type Seen = Record<string, number>;

/** Until when this device has shown each consultation's messages, ms by consultation. */
const stored = remembered('seen');

const read = (): Seen => {
  try {
    return JSON.parse(stored.value || '{}') as Seen;
  } catch {
    return {};
  }
};

export const seenUntil = (consultationId: string): number => read()[consultationId] ?? 0;

/** How many consultations are remembered: more than a day's. */
const most = 300;

export function markSeen(consultationId: string, until: number): void {
  const { [consultationId]: before = 0, ...others } = read();
  if (until <= before) return;
  // The last one stands last, so that the oldest are forgotten first.
  const all = [...Object.entries(others), [consultationId, until] as const].slice(-most);
  stored.value = JSON.stringify(Object.fromEntries(all));
}
