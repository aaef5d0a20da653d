import { describe, expect, it } from 'vitest';
import { Hearing } from './sound-level.ts';

/** What is heard after so many seconds of the same loudness, listened to 20 times a second. */
function after(seconds: number, loudness: number, hearing = new Hearing(0), from = 0) {
  let heard = hearing.hear(loudness, from);
  for (let at = from; at <= from + seconds * 1_000; at += 50) heard = hearing.hear(loudness, at);
  return heard;
}

describe('[CHECK-4] a microphone', () => {
  it('is heard once somebody speaks, and stays heard', () => {
    const hearing = new Hearing(0);
    expect(after(2, 0.001, hearing).voice).toBe(false);
    expect(after(0.1, 0.05, hearing, 2_000).voice).toBe(true);
    expect(after(5, 0.001, hearing, 3_000).voice).toBe(true);
  });

  it('shows louder as louder, within its scale', () => {
    const levels = [0, 1e-9, 0.001, 0.01, 0.1, 1].map((loudness) => new Hearing(0).hear(loudness, 0).level);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levels[0]).toBe(0);
    expect(levels.at(-1)).toBe(1);
  });
});

describe('[CHECK-5] a microphone that gives nothing', () => {
  it('is told from one in a quiet room, after a while', () => {
    expect(after(5, 0).dead).toBe(false);
    expect(after(7, 0).dead).toBe(true);
    expect(after(60, 0.000_1).dead).toBe(false);
  });

  it('is well again with the first sound', () => {
    const hearing = new Hearing(0);
    after(7, 0, hearing);
    expect(hearing.hear(0.001, 8_000).dead).toBe(false);
  });
});
