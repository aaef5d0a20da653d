import { EventEmitter } from 'node:events';
import datachannel, { type PeerConnection, type Track } from 'node-datachannel';
import type { types } from 'mediasoup-client';
import { extensionIds, isRtcp } from './rtp.ts';

export const payloadTypes = { audio: 111, video: 96 } as const;
export const uris = {
  absSendTime: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  transportSequence: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
} as const;

export interface Ssrcs {
  audio: number;
  video: number;
}

let count = 0;

/**
 * One end of a WebRTC connection that carries sound and pictures one way, by libdatachannel: ICE, DTLS and SRTP are
 * real, what is in the packets is the caller's. `rtcp` hears what the other end reports, `rtp` what it sends.
 */
export class Line extends EventEmitter<{ rtp: [Buffer]; rtcp: [Buffer] }> {
  readonly #connection: PeerConnection;
  readonly #tracks: Track[] = [];
  readonly #up: Promise<void>;

  private constructor(address: string) {
    super();
    this.#connection = new datachannel.PeerConnection(`line-${(count += 1)}`, {
      iceServers: [],
      bindAddress: address,
      disableAutoNegotiation: true,
    });
    this.#up = new Promise((up, fail) => {
      this.#connection.onStateChange((state) => {
        if (state === 'connected') up();
        if (state === 'failed') fail(new Error('A connection failed.'));
      });
    });
    // Who waits for it hears of it; nobody may.
    this.#up.catch(() => undefined);
  }

  /** To send on; what it offers is in {@link description}. */
  static async sending(address: string, ssrcs: Ssrcs): Promise<Line> {
    const line = new Line(address);
    const audio = new datachannel.Audio('0', 'SendOnly');
    audio.addOpusCodec(payloadTypes.audio);
    const video = new datachannel.Video('1', 'SendOnly');
    video.addVP8Codec(payloadTypes.video);
    const both = [
      [audio, ssrcs.audio],
      [video, ssrcs.video],
    ] as const;
    for (const [media, ssrc] of both) {
      media.addSSRC(ssrc, 'load', 'load', `load-${media.mid()}`);
      for (const name of ['absSendTime', 'transportSequence'] as const) {
        media.parseSdpLine(`a=extmap:${extensionIds[name]} ${uris[name]}`);
      }
      line.#keep(line.#connection.addTrack(media));
    }
    await line.#describe(() => line.#connection.setLocalDescription('offer'));
    return line;
  }

  /** To receive on, by the other end's offer; what it answers is in {@link description}. */
  static async receiving(address: string, offer: string): Promise<Line> {
    const line = new Line(address);
    line.#connection.onTrack((track) => line.#keep(track));
    line.#connection.setRemoteDescription(offer, 'offer');
    await line.#describe(() => line.#connection.setLocalDescription('answer'));
    return line;
  }

  /** SDP, with the ways to here. */
  get description(): string {
    return this.#connection.localDescription()!.sdp;
  }

  /** As mediasoup wants to know it: we begin. */
  get dtlsParameters(): types.DtlsParameters {
    const [, value] = /^a=fingerprint:sha-256 (\S+)$/im.exec(this.description)!;
    return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: value! }] };
  }

  accept(answer: string): void {
    this.#connection.setRemoteDescription(answer, 'answer');
  }

  /** When packets can flow. */
  async up(): Promise<void> {
    await this.#up;
  }

  /** It ended by itself: too much was lost, or the other end closed it. */
  get isLost(): boolean {
    return this.#tracks.some((track) => track.isClosed());
  }

  /** RTP or RTCP, of the sound or of the pictures. On a connection that is lost it comes to nothing. */
  send(kind: keyof Ssrcs, bytes: Buffer): void {
    const track = this.#tracks[kind === 'audio' ? 0 : 1]!;
    if (track.isOpen()) track.sendMessageBinary(bytes);
  }

  close(): void {
    this.removeAllListeners();
    // Left open, each is asked whether something came whenever something comes to any other.
    for (const track of this.#tracks) track.close();
    this.#connection.close();
  }

  #keep(track: Track): void {
    this.#tracks.push(track);
    track.onMessage((bytes) => this.emit(isRtcp(bytes) ? 'rtcp' : 'rtp', bytes));
  }

  async #describe(begin: () => void): Promise<void> {
    const gathered = new Promise<void>((done) => {
      this.#connection.onGatheringStateChange((state) => state === 'complete' && done());
    });
    begin();
    await gathered;
  }
}
