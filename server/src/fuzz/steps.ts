import { httpRequests } from '@front-door/shared/protocol/http.ts';
import { email, mobile, time, timeZone, webAddress } from '@front-door/shared/protocol/fields.ts';
import { dtlsParameters, rtpCapabilities, rtpParameters } from '@front-door/shared/protocol/media.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { socketRequests, type SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import fc from 'fast-check';
import type { z } from 'zod';
import { camera, microphone } from '../testing/media.ts';
import { wrongValues } from '../testing/mutants.ts';
import { strangeCapabilities, strangeDtlsParameters, strangeRtpParameters } from '../testing/strange-media.ts';
import { fromSchema, type Instead } from './from-schema.ts';

/** What is sent with a message. Whatever it is can be printed and read back. */
export type Payload =
  /** What somebody sensible would send, about the nth of whom they know. */
  | { good: number }
  /** The same, made wrong in the nth way. */
  | { mutant: number }
  /** Made from the schema, or from nothing; the references in it are resolved when it is sent. */
  | { args: unknown[] };

/** Who sends it: the nth of those whom the contract lets, or the nth of all. */
export type Speaker = { fitting: number } | { any: number };

export type Step =
  /** `along`: without waiting for the answer. `silent`: without wanting one. */
  | { do: 'say'; name: string; by: Speaker; payload: Payload; along: boolean; silent: boolean }
  | { do: 'ask'; name: HttpRequestName; by: number; data: unknown; along: boolean }
  | { do: 'come'; seat: number; how: Coming; along: boolean }
  | { do: 'drop'; seat: number }
  | { do: 'kill'; worker: number };

const comings = ['plain', 'this_device', 'guest', 'resume', 'stale', 'used', 'garbage'] as const;
/** `stale`: with a resume secret of somebody else's or long gone. `used`: with a token that was used before. */
export type Coming = (typeof comings)[number];

const began = Date.now();
export const instead: Instead = new Map<z.ZodType, fc.Arbitrary<unknown>>([
  [rtpParameters, fc.oneof(fc.constantFrom(microphone(), camera()), strangeRtpParameters)],
  [rtpCapabilities, strangeCapabilities],
  [dtlsParameters, strangeDtlsParameters],
  [time, fc.integer({ min: -48 * 3_600_000, max: 48 * 3_600_000 }).map((from) => began + from)],
  [timeZone, fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'Nowhere')],
  [webAddress, fc.constantFrom('https://willowbrook.example/after', 'javascript:alert(1)')],
  [email, fc.constantFrom('ann@willowbrook.example', 'bob@willowbrook.example', '@')],
  [mobile, fc.constantFrom('07700 900123', '+44 7700 900456', '020 7946 0018')],
]);

const nth = fc.nat({ max: 999 });
const rarely = (times: number) => fc.nat({ max: times }).map((n) => n === times);
/** Everything may be over in one step; too often, and nothing else ever happens. */
const ends = new Set<string>([
  'session.close',
  'staff.disable',
  'clinics.close',
  'consultation:end',
  'room:end',
  'waiting:finish',
  'waiting:remove',
  'waiting:transfer',
  'visit:leave',
  'visit:remove',
]);
/** Without these little is possible; what is in neither list is somewhere in between. */
const leads = new Set<string>([
  'visit:check-in',
  'visit:admit',
  'media:open',
  'media:prepare',
  'producer:create',
  'consumers:start',
  'consumer:resume',
]);
const weightOf = (name: string) => (ends.has(name) ? 1 : leads.has(name) ? 25 : 10);

const anything = fc.oneof(
  fc.constantFrom(...wrongValues.filter((value) => !Buffer.isBuffer(value))),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Good, from the schema, slightly broken and wild. */
const payloadOf = (name: SocketRequestName): fc.Arbitrary<Payload> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ good: nth }) },
    { weight: 5, arbitrary: fc.record({ args: fc.tuple(fromSchema(socketRequests[name].data, instead)) }) },
    { weight: 2, arbitrary: fc.record({ mutant: nth }) },
    { weight: 1, arbitrary: fc.record({ args: fc.array(anything, { maxLength: 3 }) }) },
  );

const speaker = fc.oneof(
  { weight: 4, arbitrary: fc.record({ fitting: nth }) },
  { weight: 1, arbitrary: fc.record({ any: nth }) },
);

const say = (name: string, payload: fc.Arbitrary<Payload>) =>
  fc.record({
    do: fc.constant('say' as const),
    name: fc.constant(name),
    by: speaker,
    payload,
    along: fc.boolean(),
    silent: rarely(60),
  });

const socketNames = Object.keys(socketRequests) as SocketRequestName[];
const anySay = fc.oneof(
  ...socketNames.map((name) => ({ weight: weightOf(name), arbitrary: say(name, payloadOf(name)) })),
  {
    weight: 5,
    arbitrary: fc
      .oneof(
        fc.constantFrom('visit:welcome', 'room:view', '__proto__', 'constructor', ''),
        fc.string({ maxLength: 12 }),
      )
      .chain((name) => say(name, fc.record({ args: fc.array(anything, { maxLength: 3 }) }))),
  },
);

const httpNames = Object.keys(httpRequests) as HttpRequestName[];
/** These hash a password each, which takes as long as a hundred other requests. */
const slow = new Set<HttpRequestName>(['session.open', 'staff-links.make-account']);
const anyAsk = fc.oneof(
  ...httpNames.map((name) => ({
    weight: slow.has(name) || ends.has(name) ? 1 : 5,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      name: fc.constant(name),
      by: nth,
      data: fc.oneof(
        { weight: 6, arbitrary: fromSchema(httpRequests[name].data, instead) },
        { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 8 }), anything, { maxKeys: 3 }) },
      ),
      along: fc.boolean(),
    }),
  })),
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 800, arbitrary: anySay },
  { weight: 60, arbitrary: anyAsk },
  {
    weight: 100,
    arbitrary: fc.record({
      do: fc.constant('come' as const),
      seat: nth,
      how: fc.constantFrom('plain', ...comings),
      along: fc.boolean(),
    }),
  },
  { weight: 40, arbitrary: fc.record({ do: fc.constant('drop' as const), seat: nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), worker: nth }) },
);

/** What a handful of people do one after the other, and partly at once. */
export const anySequence = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(anyStep, { minLength: 1, maxLength: most, size: 'max' });
