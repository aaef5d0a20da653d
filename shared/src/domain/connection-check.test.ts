import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionResults, relayResults, summarise, type Measurements } from './connection-check.ts';

const perfect: Measurements = {
  udp: true,
  tcp: true,
  turn: 'not_configured',
  loss: 0,
  roundTripTime: 20,
  bandwidth: 2_000_000,
};

const figure = (max: number) => fc.option(fc.double({ min: 0, max, noNaN: true }), { nil: null });
const measurements: fc.Arbitrary<Measurements> = fc.record({
  udp: fc.boolean(),
  tcp: fc.boolean(),
  turn: fc.constantFrom(...relayResults),
  loss: figure(100),
  roundTripTime: figure(5_000),
  bandwidth: figure(3_000_000),
});
const rank = (measured: Measurements) => connectionResults.indexOf(summarise(measured));

describe('[CHECK-2] the connection', () => {
  it.each<[string, Partial<Measurements>, string]>([
    ['nothing lost, quick and wide', {}, 'good'],
    ['the odd packet lost', { loss: 2 }, 'good'],
    ['one packet in twenty lost', { loss: 5 }, 'fair'],
    ['one packet in ten lost', { loss: 10 }, 'poor'],
    ['nothing comes back', { loss: 100, roundTripTime: null, bandwidth: 0 }, 'poor'],
    ['a long way', { roundTripTime: 400 }, 'fair'],
    ['by satellite', { roundTripTime: 900 }, 'poor'],
    ['room for a small picture', { bandwidth: 500_000 }, 'fair'],
    ['hardly room for sound', { bandwidth: 100_000 }, 'poor'],
    ['TCP alone', { udp: false }, 'fair'],
    ['TCP alone, and slow', { udp: false, bandwidth: 100_000 }, 'poor'],
    ['UDP alone', { tcp: false }, 'good'],
    ['open, but never measured', { loss: null, roundTripTime: null, bandwidth: null }, 'poor'],
    ['the relay alone', { udp: false, tcp: false, turn: 'works' }, 'fair'],
    ['the relay alone, and slow', { udp: false, tcp: false, turn: 'works', roundTripTime: 900 }, 'poor'],
    ['no way through, the relay’s neither', { udp: false, tcp: false, turn: 'blocked' }, 'blocked'],
    ['no way through', { udp: false, tcp: false, loss: null, roundTripTime: null, bandwidth: null }, 'blocked'],
  ])('with %s is judged by its worst figure', (_name, found, result) => {
    expect(summarise({ ...perfect, ...found })).toBe(result);
  });

  it('is blocked exactly when there is no way through', () => {
    fc.assert(
      fc.property(measurements, (measured) => {
        expect(summarise(measured) === 'blocked').toBe(!measured.udp && !measured.tcp && measured.turn !== 'works');
      }),
    );
  });

  it('is never judged better for a figure that is worse', () => {
    const worse = fc.constantFrom<(measured: Measurements) => Measurements>(
      (measured) => ({ ...measured, loss: (measured.loss ?? 0) + 3 }),
      (measured) => ({ ...measured, roundTripTime: (measured.roundTripTime ?? 0) + 200 }),
      (measured) => ({ ...measured, bandwidth: (measured.bandwidth ?? 0) / 2 }),
      (measured) => ({ ...measured, udp: false }),
    );
    const measured = measurements.filter(({ loss, roundTripTime }) => loss !== null && roundTripTime !== null);
    fc.assert(
      fc.property(measured, worse, (before, spoil) => {
        expect(rank(spoil(before))).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });
});
