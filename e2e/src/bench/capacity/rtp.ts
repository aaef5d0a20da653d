/** RTP and RTCP as RFC 3550, 4585 and the draft on transport-wide congestion control lay them out, as far as a load needs. */

const fixedHeader = 12;

/** Numbers of the header extensions in everything that is sent. */
export const extensionIds = { absSendTime: 2, transportSequence: 3 } as const;

export interface Heard {
  ssrc: number;
  sequence: number;
  timestamp: number;
  marker: boolean;
  payload: Buffer;
  /** The transport's own number of the packet, where the extension of that number carries it. */
  transportSequence: number | null;
}

export function parsePacket(bytes: Buffer, transportSequenceId = 0): Heard {
  let start = fixedHeader + 4 * (bytes[0]! & 0x0f);
  let transportSequence: number | null = null;
  if ((bytes[0]! & 0x10) !== 0) {
    const end = start + 4 + 4 * bytes.readUInt16BE(start + 2);
    for (let at = start + 4; at < end;) {
      const id = bytes[at]! >> 4;
      // Padding between extensions.
      if (id === 0) at += 1;
      else {
        if (id === transportSequenceId) transportSequence = bytes.readUInt16BE(at + 1);
        at += 2 + (bytes[at]! & 0x0f);
      }
    }
    start = end;
  }
  const padding = (bytes[0]! & 0x20) !== 0 ? bytes[bytes.length - 1]! : 0;
  return {
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    ssrc: bytes.readUInt32BE(8),
    marker: (bytes[1]! & 0x80) !== 0,
    payload: bytes.subarray(start, bytes.length - padding),
    transportSequence,
  };
}

interface ToSend {
  payloadType: number;
  ssrc: number;
  sequence: number;
  timestamp: number;
  marker: boolean;
  payload: Buffer;
  transportSequence: number;
  /** ms. */
  now: number;
}

/** A packet with the time of its sending (a 24 bit fraction of 64 s) and the transport's number in its header. */
export function packet(it: ToSend): Buffer {
  const extensions = 8;
  const bytes = Buffer.allocUnsafe(fixedHeader + 4 + extensions + it.payload.length);
  bytes[0] = 0x90;
  bytes[1] = it.payloadType | (it.marker ? 0x80 : 0);
  bytes.writeUInt16BE(it.sequence, 2);
  bytes.writeUInt32BE(it.timestamp, 4);
  bytes.writeUInt32BE(it.ssrc, 8);
  bytes.writeUInt16BE(0xbede, 12);
  bytes.writeUInt16BE(extensions / 4, 14);
  bytes[16] = (extensionIds.absSendTime << 4) | 2;
  bytes.writeUIntBE(Math.round(((it.now % 64_000) / 1000) * 2 ** 18) % 2 ** 24, 17, 3);
  bytes[20] = (extensionIds.transportSequence << 4) | 1;
  bytes.writeUInt16BE(it.transportSequence, 21);
  bytes[23] = 0;
  it.payload.copy(bytes, fixedHeader + 4 + extensions);
  return bytes;
}

export const isRtcp = (bytes: Buffer): boolean => bytes[1]! >= 192 && bytes[1]! <= 223;

/** Whether somebody asks for a key frame: PLI or FIR, anywhere in a compound packet. */
export function asksForKeyFrame(bytes: Buffer): boolean {
  for (let at = 0; at + 4 <= bytes.length; at += 4 + 4 * bytes.readUInt16BE(at + 2)) {
    const format = bytes[at]! & 0x1f;
    if (bytes[at + 1] === 206 && (format === 1 || format === 4)) return true;
  }
  return false;
}

interface Report {
  ssrc: number;
  about: number;
  highestSequence: number;
  lost: number;
}

/** What a receiver says of one stream. */
export function receiverReport({ ssrc, about, highestSequence, lost }: Report): Buffer {
  const bytes = Buffer.alloc(32);
  bytes[0] = 0x81;
  bytes[1] = 201;
  bytes.writeUInt16BE(7, 2);
  bytes.writeUInt32BE(ssrc, 4);
  bytes.writeUInt32BE(about, 8);
  bytes.writeUIntBE(Math.min(lost, 0x7fffff), 13, 3);
  bytes.writeUInt32BE(highestSequence, 16);
  return bytes;
}

interface SenderReport {
  ssrc: number;
  timestamp: number;
  packets: number;
  octets: number;
  /** ms since 1970. */
  now: number;
}

export function senderReport({ ssrc, timestamp, packets, octets, now }: SenderReport): Buffer {
  const bytes = Buffer.alloc(28);
  bytes[0] = 0x80;
  bytes[1] = 200;
  bytes.writeUInt16BE(6, 2);
  bytes.writeUInt32BE(ssrc, 4);
  bytes.writeUInt32BE(Math.floor(now / 1000) + 2_208_988_800, 8);
  bytes.writeUInt32BE(Math.floor(((now % 1000) / 1000) * 2 ** 32), 12);
  bytes.writeUInt32BE(timestamp, 16);
  bytes.writeUInt32BE(packets, 20);
  bytes.writeUInt32BE(octets >>> 0, 24);
  return bytes;
}
