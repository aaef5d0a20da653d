import { expect, it } from 'vitest';
import { JudgedWay, type Look } from './judged-way.ts';

/** A good way; `at`, `sent`, `lost` and `heard` are what a look adds to what there was. */
function wayOf() {
  const way = new JudgedWay(0, false);
  let now: Look = {
    at: 0,
    sent: 0,
    lost: 0,
    resent: 0,
    lossAtMost: null,
    heard: 0,
    available: 2e6,
    sending: 1e6,
    roundTripTime: 30,
    otherWay: 'full',
  };
  const looks = (count: number, { at = 1_000, sent = 100, lost = 0, heard = 1_000, ...sample }: Partial<Look> = {}) => {
    for (let look = 0; look < count; look += 1) {
      const counts = { sent: now.sent + sent, lost: now.lost + lost, heard: now.heard! + heard! };
      now = { ...now, at: now.at + at, ...counts, ...sample };
      way.look(now);
    }
    return way.level;
  };
  return { way, looks, now: () => now.at };
}

it('[WEAK-8] an outage does not make a way a weak one, however late its losses are reported', () => {
  const { looks } = wayOf();
  expect(looks(10)).toBe('full');
  expect(looks(20, { heard: 0, available: 50_000 })).toBe('full');
  expect(looks(1, { lost: 1_500, available: 50_000 })).toBe('full');
  expect(looks(4, { lost: 100, available: 2e6 })).toBe('full');
  expect(looks(10, { available: 2e6 })).toBe('full');
});

it('[WEAK-8] a way that is weak when it is there again is found to be', () => {
  const { looks } = wayOf();
  looks(10);
  looks(5, { heard: 0 });
  expect(looks(20, { available: 150_000 })).toBe('slow');
  expect(looks(1, { heard: 0 })).toBe('slow');
  expect(looks(3, { available: 150_000 })).toBe('slow');
});

it('[WEAK-8] a way in the place of another is as good as that was before it was gone', () => {
  const { way, looks, now } = wayOf();
  looks(10);
  expect(looks(5, { available: 50_000 })).toBe('off');
  way.renew(now());
  expect(way.level).toBe('full');
  expect(looks(10, { available: 2e6 })).toBe('full');
});

it('[WEAK-8] and as weak as it was for long', () => {
  const { way, looks, now } = wayOf();
  expect(looks(30, { available: 150_000 })).toBe('slow');
  way.renew(now());
  expect(way.level).toBe('slow');
});

it('[WEAK-8] an outage lasts until something comes, also when the browser has stopped sending', () => {
  const { looks } = wayOf();
  looks(10);
  looks(3, { heard: 0 });
  looks(20, { heard: 0, sent: 0 });
  expect(looks(1, { lost: 300, available: 50_000 })).toBe('full');
  expect(looks(4, { available: 2e6 })).toBe('full');
});

/** A good way of which three times no more was asked than whether something came; then it is silent so many times. */
function silentAfterGlances(times: number) {
  const { way, looks, now } = wayOf();
  looks(10);
  for (const second of [1, 2, 3]) expect(way.hear(now() + second * 1_000, 10_000 + second)).toBe(true);
  expect(way.hear(now() + 4_000, 10_003)).toBe(false);
  looks(1, { at: 4_000, sent: 400, heard: 3 });
  looks(times - 1, { heard: 0 });
  return looks(4, { lost: 80, available: 50_000 });
}

it('[WEAK-8] an outage begins when something last came, also where no more was asked than that', () => {
  expect(silentAfterGlances(1)).toBe('off');
  expect(silentAfterGlances(2)).toBe('full');
});

it('[WEAK-1] what is counted as lost holds against a way no further than the way itself can have lost it', () => {
  expect(wayOf().looks(10, { lost: 20, lossAtMost: null })).toBe('slow');
  expect(wayOf().looks(10, { lost: 20, lossAtMost: 0.4 })).toBe('slow');
  expect(wayOf().looks(10, { lost: 20, lossAtMost: 0.12 })).toBe('small');
  expect(wayOf().looks(10, { lost: 20, lossAtMost: 0 })).toBe('full');
});

it('[WEAK-1] a way is calm once it was good for a while, until something is the matter', () => {
  const { way, looks, now } = wayOf();
  expect(way.isCalm).toBe(false);
  looks(7);
  expect(way.isCalm).toBe(false);
  looks(3);
  expect(way.isCalm).toBe(true);
  looks(1, { heard: 0 });
  expect(way.isCalm).toBe(false);
  looks(1);
  expect(way.isCalm).toBe(true);
  looks(1, { available: 300_000 });
  expect([way.level, way.isCalm]).toEqual(['full', false]);
  looks(10, { available: 2e6 });
  expect(way.isCalm).toBe(true);
  way.renew(now());
  looks(7);
  expect(way.isCalm).toBe(false);
  looks(20);
  expect(way.isCalm).toBe(true);
  looks(4, { available: 300_000 });
  expect([way.level, way.isCalm]).toEqual(['small', false]);
});

it('[WEAK-1] where nothing is sent, that nothing comes is no silence', () => {
  const { looks } = wayOf();
  looks(10);
  looks(10, { sent: 0, heard: 0 });
  expect(looks(3, { available: 150_000 })).toBe('slow');
});

it('[WEAK-1] a moment without a word may be a crowded way', () => {
  const { looks } = wayOf();
  looks(10);
  looks(1, { heard: 0, lost: 90 });
  expect(looks(3, { lost: 90 })).toBe('off');
});

/** Looks at a way ten times a second that has been good for ten seconds; something comes so often, ms. */
function quickLooks(heardEvery: number) {
  const { way, looks } = wayOf();
  looks(10);
  const look = {
    resent: 0,
    lossAtMost: null,
    available: 2e6,
    sending: 1e6,
    roundTripTime: 30,
    otherWay: 'full' as const,
  };
  for (let at = 100; at <= 10_000; at += 100) {
    const heard = 10_000 + Math.floor(at / heardEvery);
    way.look({ ...look, at: 10_000 + at, sent: 1_000 + at / 10, lost: at / 20, heard });
  }
  return way.level;
}

it('[WEAK-1] looks in quick succession find no silence where something comes twice a second', () => {
  expect(quickLooks(500)).toBe('off');
});

it('[WEAK-8] looks in quick succession find an outage all the same', () => {
  expect(quickLooks(Infinity)).toBe('full');
});

it('[WEAK-1] a way that deserves less is looked at again sooner', () => {
  const { way, looks } = wayOf();
  looks(10);
  expect(way.nextLook).toBe(1_000);
  looks(1, { available: 135_000 });
  expect(way.nextLook).toBeLessThan(500);
  expect(looks(1, { available: 135_000 })).toBe('off');
  expect(way.nextLook).toBe(1_000);
});

it('[WEAK-4] that it takes long there and back counts against a way, unless the other way is known to be crowded', () => {
  const late = { roundTripTime: 4_000 };
  expect(wayOf().looks(10, late)).toBe('off');
  expect(wayOf().looks(10, { ...late, otherWay: 'off' })).toBe('full');
  expect(wayOf().looks(10, { ...late, otherWay: 'small' })).toBe('off');
  expect(wayOf().looks(10, { ...late, otherWay: 'off', available: 135_000 })).toBe('off');
});
