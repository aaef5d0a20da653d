import type { types } from 'mediasoup-client';
import { Line, payloadTypes, uris } from './line.ts';
import { extensionIds } from './rtp.ts';
import { answerOf, offerOf } from './sdp.ts';
import { newSsrcs } from './speaker.ts';
import type { Ends } from './system.ts';

type Parameters = types.RtpParameters;
type Kind = 'audio' | 'video';

/** What a person asks of a server that speaks of media in mediasoup's words; both of ours do, in their own messages. */
export interface Asks {
  connect(transportId: string, dtlsParameters: types.DtlsParameters): Promise<unknown>;
  produce(kind: Kind, rtpParameters: Parameters): Promise<unknown>;
  /** What the other one sends, once both sound and pictures are offered. */
  offered(): Promise<Record<Kind, Parameters>>;
  /** Both may flow. */
  ready(): Promise<unknown>;
}

interface Transports {
  send: types.TransportOptions;
  receive: types.TransportOptions;
}

const feedback = (...all: string[]) =>
  all.map((one) => {
    const [type = '', parameter = ''] = one.split(' ');
    return { type, parameter };
  });

/** As Chromium describes what it sends, without what only other codecs need and without simulcast. */
const parametersOf = (kind: Kind, ssrc: number): Parameters => ({
  mid: kind === 'audio' ? '0' : '1',
  codecs: [
    kind === 'audio'
      ? {
          mimeType: 'audio/opus',
          payloadType: payloadTypes.audio,
          clockRate: 48_000,
          channels: 2,
          rtcpFeedback: feedback('nack', 'transport-cc'),
        }
      : {
          mimeType: 'video/VP8',
          payloadType: payloadTypes.video,
          clockRate: 90_000,
          rtcpFeedback: feedback('nack', 'nack pli', 'ccm fir', 'goog-remb', 'transport-cc'),
        },
  ],
  headerExtensions: (['absSendTime', 'transportSequence'] as const).map((name) => ({
    uri: uris[name],
    id: extensionIds[name],
  })),
  encodings: [{ ssrc }],
  rtcp: { cname: 'load', reducedSize: true },
});

/** Sends on the first transport. */
export async function sendOn(address: string, { send }: Transports, asks: Asks) {
  const ssrcs = newSsrcs();
  const up = await Line.sending(address, ssrcs);
  await asks.connect(send.id, up.dtlsParameters);
  up.accept(answerOf(send));
  for (const kind of ['audio', 'video'] as const) await asks.produce(kind, parametersOf(kind, ssrcs[kind]));
  await up.up();
  return { up, ssrcs };
}

/** Receives on the second. */
export async function receiveOn(
  address: string,
  { receive }: Transports,
  asks: Asks,
): Promise<Pick<Ends, 'down' | 'transportSequenceId'>> {
  const { audio, video } = await asks.offered();
  const consumed = ({ encodings, codecs }: Parameters) => ({
    ssrc: encodings![0]!.ssrc!,
    payloadType: codecs[0]!.payloadType,
  });
  const down = await Line.receiving(address, offerOf(receive, { audio: consumed(audio), video: consumed(video) }));
  await asks.connect(receive.id, down.dtlsParameters);
  await down.up();
  await asks.ready();
  const numbered = video.headerExtensions!.find(({ uri }) => uri === uris.transportSequence);
  return { down, transportSequenceId: numbered?.id ?? 0 };
}
