import { httpRequests } from '@front-door/shared/protocol/http.ts';
import { serverEvents } from '@front-door/shared/protocol/events.ts';
import { socketRequests } from '@front-door/shared/protocol/socket.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { fromSchema } from './from-schema.ts';
import { resolve, type Known } from './references.ts';
import { instead } from './steps.ts';

const known: Known = { ids: () => [], foreign: () => [], nameOf: () => undefined, mark: 'm4rk1z' };
const fits = (schema: z.ZodType) => (data: unknown) => schema.safeParse(resolve(data, known)).success;

it.each(Object.entries({ ...socketRequests, ...httpRequests }))(
  '[REQ-1] of what is made from the schema of %s, much is taken',
  (_name, { data }) => {
    const made = fc.sample(fromSchema(data, instead), { numRuns: 300, seed: 1 });
    expect(made.filter(fits(data)).length).toBeGreaterThan(60);
  },
);

it('[REQ-1] what is made can be printed and read back', () => {
  for (const { data } of Object.values(socketRequests)) {
    const roundTrip = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    fc.assert(
      fc.property(fromSchema(data, instead), (made) => {
        expect(roundTrip(made)).toEqual(made);
      }),
      { numRuns: 20, seed: 1 },
    );
  }
});

it('[REQ-1] and from every schema of what the server says as well, so that none has a kind that cannot be made', () => {
  for (const schema of Object.values(serverEvents)) {
    expect(fc.sample(fromSchema(schema, instead), { numRuns: 5, seed: 1 })).toHaveLength(5);
  }
});
