import { dtlsParameters, rtpCapabilities, rtpParameters } from '@front-door/shared/protocol/media.ts';
import fc from 'fast-check';
import type { z } from 'zod';
import { camera, microphone } from './media.ts';

/** Media parameters that fit the contract and make no sense, or just so: what a stranger may send to mediasoup. */

const some = <T>(from: readonly T[]) => fc.constantFrom(...from);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
/** Leaves out what is undefined, as JSON does. */
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const fitting = <S extends z.ZodType>(schema: S, arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<z.output<S>> =>
  arbitrary.map((value) => schema.parse(overTheWire(value)));

const mimeTypes = some([
  'audio/opus',
  'video/VP8',
  'video/H264',
  'video/rtx',
  'audio/rtx',
  'video/VP9',
  'video/AV1',
  'audio/multiopus',
  'audio/telephone-event',
  'audio/CN',
  'video/ulpfec',
  'video/red',
  'audio/x',
]);
const payloadType = fc.oneof(some([0, 96, 97, 100, 111, 127]), fc.integer({ min: 0, max: 127 }));
const clockRate = some([1, 8000, 48_000, 90_000, 192_000]);
const channels = fc.integer({ min: 1, max: 8 });
const ssrc = fc.oneof(some([0, 1, 1111, 0xffffffff]), fc.integer({ min: 0, max: 0xffffffff }));
const plain = fc.oneof(
  fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 200, unit: 'grapheme-ascii' }),
);
const parameterName = fc.oneof(
  some(['apt', 'profile-level-id', 'packetization-mode', 'level-asymmetry-allowed', 'useinbandfec', 'num_streams']),
  some(['__proto__', 'constructor', 'toString', '']),
  fc.string({ maxLength: 60 }),
);
const parameters = fc.oneof(
  some([{}, { apt: 96 }, { apt: 97 }, { 'profile-level-id': '42e01f', 'packetization-mode': 1 }]),
  fc.dictionary(parameterName, plain, { maxKeys: 20 }),
);
const rtcpFeedback = fc.array(
  fc.record({
    type: some(['nack', 'ccm', 'goog-remb', 'transport-cc', '', 'x']),
    parameter: optional(some(['', 'pli', 'fir', 'x'])),
  }),
  { maxLength: 20 },
);
const uri = some([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
]);
const codec = { mimeType: mimeTypes, clockRate, channels: optional(channels), parameters: optional(parameters) };
const feedback = { rtcpFeedback: optional(rtcpFeedback) };
const encoding = fc.record({
  ssrc: optional(ssrc),
  rid: optional(fc.oneof(some(['', 'r0', 'r0', '*']), fc.string({ maxLength: 32, unit: 'grapheme-ascii' }))),
  codecPayloadType: optional(payloadType),
  rtx: optional(fc.record({ ssrc })),
  dtx: optional(fc.boolean()),
  scalabilityMode: optional(
    fc.oneof(some(['L1T3', 'S9T9', 'L99T99', 'L3T3_KEY', '', 'L0T0']), fc.string({ maxLength: 16 })),
  ),
  maxBitrate: optional(fc.integer({ min: 1, max: 50_000_000 })),
});

const strangeFields = {
  mid: fc.oneof(some(['', '0', '0']), fc.string({ maxLength: 32, unit: 'grapheme-ascii' })),
  codecs: fc.array(fc.record({ ...codec, ...feedback, payloadType }), { minLength: 1, maxLength: 6 }),
  headerExtensions: fc.array(
    fc.record({
      uri,
      id: fc.oneof(some([1, 1, 14, 15]), fc.integer({ min: 1, max: 255 })),
      encrypt: optional(fc.boolean()),
      parameters: optional(parameters),
    }),
    { maxLength: 32 },
  ),
  encodings: fc.array(encoding, { minLength: 1, maxLength: 3 }),
  rtcp: fc.record({
    cname: optional(fc.string({ maxLength: 256, unit: 'grapheme-ascii' })),
    reducedSize: optional(fc.boolean()),
  }),
  msid: fc.string({ maxLength: 256 }),
};
/** What may be strange about a codec that is there. */
const bend = fc.record(
  { parameters, ...feedback, payloadType, preferredPayloadType: payloadType },
  { requiredKeys: [] },
);
const bentCodecs = fc
  .tuple(some([microphone, camera]), fc.array(bend, { maxLength: 2 }))
  .map(([good, bends]) => good().codecs.map((one, index) => ({ ...one, ...bends[index] })));

/** Nonsense altogether, or good parameters with some fields of nonsense. */
export const strangeRtpParameters = fitting(
  rtpParameters,
  fc.oneof(
    { weight: 1, arbitrary: fc.record(strangeFields, { requiredKeys: ['codecs'] }) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(some([microphone, camera]), fc.record({ ...strangeFields, codecs: bentCodecs }, { requiredKeys: [] }))
        .map(([good, strange]) => ({ ...good(), ...strange })),
    },
  ),
);

const kind = some(['audio', 'video']);
const knownCodecs = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, preferredPayloadType: 100 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, preferredPayloadType: 101 },
  { kind: 'video', mimeType: 'video/rtx', clockRate: 90_000, preferredPayloadType: 102, parameters: { apt: 101 } },
];
const bentCapabilities = fc
  .array(bend, { maxLength: 3 })
  .map((bends) => knownCodecs.map((one, index) => ({ ...one, ...bends[index] })));

export const strangeCapabilities = fitting(
  rtpCapabilities,
  fc.record(
    {
      codecs: fc.oneof(
        { weight: 3, arbitrary: bentCapabilities },
        {
          weight: 1,
          arbitrary: fc.array(fc.record({ ...codec, ...feedback, kind, preferredPayloadType: payloadType }), {
            maxLength: 20,
          }),
        },
      ),
      headerExtensions: fc.array(
        fc.record({
          kind,
          uri,
          preferredId: fc.integer({ min: 1, max: 255 }),
          preferredEncrypt: optional(fc.boolean()),
          direction: optional(some(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
        }),
        { maxLength: 40 },
      ),
    },
    { requiredKeys: [] },
  ),
);

export const strangeDtlsParameters = fitting(
  dtlsParameters,
  fc.record({
    role: optional(some(['auto', 'client', 'server'])),
    fingerprints: fc.array(
      fc.record({
        algorithm: some(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: fc
          .array(some(['00', 'ff', 'AB', '7f']), { minLength: 2, maxLength: 66 })
          .map((bytes) => bytes.join(':')),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);
