import { z } from 'zod';

/**
 * WebRTC parameters as a stranger's browser sends them, before mediasoup sees them: every list and text has an upper
 * bound. Fields mediasoup has no use for (browsers add some) are dropped; those it has must have its types.
 *
 * Shapes: https://mediasoup.org/documentation/v3/mediasoup/rtp-parameters-and-capabilities/
 */
const kind = z.enum(['audio', 'video']);
/**
 * Printable and on one line: much of what a sender says stands in the SDP of whoever receives, where a line break would
 * begin a line of the sender's own making.
 */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x20-\x7e]*$/);
const mimeType = z
  .string()
  .max(60)
  .regex(/^(audio|video)\/[\w.+-]+$/);
const payloadType = z.number().int().min(0).max(127);
const clockRate = z.number().int().min(1).max(192_000);
const channels = z.number().int().min(1).max(8);
const ssrc = z.number().int().min(0).max(0xffffffff);
const isPlain = (value: unknown) =>
  value === null || typeof value === 'number' || typeof value === 'boolean' || text(200).safeParse(value).success;
const parameters = z
  .record(text(60), z.unknown())
  .refine((fields) => Object.keys(fields).length <= 20 && Object.values(fields).every(isPlain));
const rtcpFeedback = z.array(z.object({ type: text(60), parameter: text(60).exactOptional() })).max(20);
const extensionId = z.number().int().min(1).max(255);
const extensionUri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'urn:ietf:params:rtp-hdrext:toffset',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
]);

/** A list without a fingerprint would let anybody's certificate through; it once even ended the worker. */
export const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).exactOptional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z
          .string()
          .max(200)
          .regex(/^[0-9a-f]{2}(:[0-9a-f]{2})+$/i),
      }),
    )
    .min(1)
    .max(8),
});

export const rtpParameters = z.object({
  mid: text(32).exactOptional(),
  codecs: z
    .array(
      z.object({
        mimeType,
        payloadType,
        clockRate,
        channels: channels.exactOptional(),
        parameters: parameters.exactOptional(),
        rtcpFeedback: rtcpFeedback.exactOptional(),
      }),
    )
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: extensionUri,
        id: extensionId,
        encrypt: z.boolean().exactOptional(),
        parameters: parameters.exactOptional(),
      }),
    )
    .max(32)
    .exactOptional(),
  encodings: z
    .array(
      z.object({
        ssrc: ssrc.exactOptional(),
        rid: text(32).exactOptional(),
        codecPayloadType: payloadType.exactOptional(),
        rtx: z.object({ ssrc }).exactOptional(),
        dtx: z.boolean().exactOptional(),
        scalabilityMode: text(16).exactOptional(),
        maxBitrate: z.number().int().positive().max(50_000_000).exactOptional(),
      }),
    )
    .min(1)
    .max(3)
    .exactOptional(),
  rtcp: z.object({ cname: text(256).exactOptional(), reducedSize: z.boolean().exactOptional() }).exactOptional(),
  msid: text(256).exactOptional(),
});

export const rtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({
        kind,
        mimeType,
        preferredPayloadType: payloadType,
        clockRate,
        channels: channels.exactOptional(),
        parameters: parameters.exactOptional(),
        rtcpFeedback: rtcpFeedback.exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
  headerExtensions: z
    .array(
      z.object({
        kind,
        uri: extensionUri,
        preferredId: extensionId,
        preferredEncrypt: z.boolean().exactOptional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
});

const iceParameters = z.object({
  usernameFragment: z.string(),
  password: z.string(),
  iceLite: z.boolean().exactOptional(),
});

const transport = z.object({
  id: z.string(),
  iceParameters,
  iceCandidates: z.array(
    z.object({
      foundation: z.string(),
      priority: z.number(),
      address: z.string(),
      ip: z.string(),
      protocol: z.enum(['udp', 'tcp']),
      port: z.number(),
      type: z.enum(['host', 'srflx', 'prflx', 'relay']),
      tcpType: z.enum(['active', 'passive', 'so']).exactOptional(),
    }),
  ),
  dtlsParameters,
});

/** A relay for whoever nothing else gets through to; what it is opened with is of use for some minutes only. */
const iceServer = z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() });
export type IceServer = z.infer<typeof iceServer>;
const iceServers = z.array(iceServer);

/** What a browser needs to set up its two peer connections in one go. */
export const mediaOpened = z.object({
  routerRtpCapabilities: rtpCapabilities,
  send: transport,
  receive: transport,
  iceServers,
});

/**
 * What a browser needs to set up a connection check: a transport of its own for data, without any media, and the
 * stream on which whatever it sends comes back.
 */
export const checkOpened = z.object({
  transport,
  sctpPort: z.number().int(),
  streamId: z.number().int(),
  /** For a check by way of the relay, else empty. */
  iceServers,
});

/** A restart looks for all ways anew, so it comes with what opens the relay anew. */
export const iceRestarted = z.object({ iceParameters, iceServers });

/** What a person sends; one stream of each kind at a time. */
export const mediaSource = z.enum(['microphone', 'camera']);
export type MediaSource = z.infer<typeof mediaSource>;

/** A stream somebody else sends, ready to be received; it stays paused until the receiver asks for it. */
export const consumerOffer = z.object({
  consumerId: z.string(),
  producerId: z.string(),
  visitId: z.uuid(),
  source: mediaSource,
  kind,
  rtpParameters,
  /** The sender has muted it. */
  paused: z.boolean(),
});
export type ConsumerOffer = z.infer<typeof consumerOffer>;
