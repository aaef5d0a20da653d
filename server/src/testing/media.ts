import { randomInt } from 'node:crypto';
import type { MediaSource } from '@front-door/shared/protocol/media.ts';
import type { SocketData, SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { Visitor } from './visitor.ts';

type RtpParameters = SocketData<'producer:create'>['rtpParameters'];
type DtlsParameters = SocketData<'transport:connect'>['dtlsParameters'];

const newSsrc = () => randomInt(1, 2 ** 32);

/** What a browser says of the certificate of its peer connection. */
export const dtlsParameters: DtlsParameters = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('AB').join(':') }],
};

/** What a browser says of what it sends: Opus. */
export const microphone = (): RtpParameters => ({
  mid: '0',
  codecs: [
    {
      mimeType: 'audio/opus',
      payloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
      rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
    },
  ],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} }],
  encodings: [{ ssrc: newSsrc(), dtx: false }],
  rtcp: { cname: 'a-browser', reducedSize: true },
});

/** The same: VP8 with retransmission, in two sizes. */
export const camera = (): RtpParameters => ({
  mid: '1',
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'goog-remb' }],
    },
    { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] },
  ],
  headerExtensions: [
    { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 },
    { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 5 },
    { uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time', id: 2 },
  ],
  encodings: [
    { ssrc: newSsrc(), rtx: { ssrc: newSsrc() }, scalabilityMode: 'L1T3', maxBitrate: 200_000 },
    { ssrc: newSsrc(), rtx: { ssrc: newSsrc() }, scalabilityMode: 'L1T3', maxBitrate: 1_000_000 },
  ],
  rtcp: { cname: 'a-browser', reducedSize: true },
});

const send = (visitor: Visitor, source: MediaSource, paused = false) =>
  visitor.request('producer:create', {
    source,
    rtpParameters: source === 'microphone' ? microphone() : camera(),
    paused,
  });

/** Joins the call as a page does: sends sound and picture, and receives what the others send. */
export const joinCall = async (visitor: Visitor) => setUp(visitor, await visitor.request('media:open', {}));

/** The same over what was opened with the welcome. */
export const joinCallAgain = async (visitor: Visitor) => setUp(visitor, (await visitor.welcome()).opened!);

/** Sets up the same to stand by; is ready for whatever is offered. */
export async function standBy(visitor: Visitor, { muted = false } = {}) {
  visitor.socket.on('consumer:offered', ({ consumerId }) => {
    // At the end of a test nobody waits for the answer.
    visitor.raw('consumer:resume', { consumerId }).catch(() => undefined);
  });
  return setUp(visitor, await visitor.request('media:prepare', {}), muted);
}

async function setUp(visitor: Visitor, opened: SocketReply<'media:open'>, muted = false) {
  for (const { id: transportId } of [opened.send, opened.receive]) {
    await visitor.request('transport:connect', { transportId, dtlsParameters });
  }
  const { producerId: microphoneId } = await send(visitor, 'microphone', muted);
  const { producerId: cameraId } = await send(visitor, 'camera', muted);
  await visitor.request('consumers:start', { rtpCapabilities: opened.routerRtpCapabilities });
  return { opened, microphoneId, cameraId };
}
