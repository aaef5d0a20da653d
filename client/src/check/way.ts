import type { CheckedWay } from '@front-door/shared/domain/connection-check.ts';
import type { Signalling } from '../call/signalling.ts';
import { answerTo, fingerprintsIn } from './answer.ts';
import type { EchoChannel } from './probe.ts';

/** How long a way may take to open, ms: a packet lost at the start is tried again after one or two seconds. */
const patience = 5_000;

/** A way to the server and back. */
export interface Way {
  channel: EchoChannel;
  close(): void;
}

/**
 * Opens one way to the server, and no other; null when there is none.
 *
 * @throws {ApiError} when the server refuses to be asked
 */
export async function openWay(request: Signalling['request'], wanted: CheckedWay): Promise<Way | null> {
  const opened = await request('check:open', { way: wanted });
  const connection = new RTCPeerConnection({
    iceServers: opened.iceServers,
    iceTransportPolicy: wanted === 'turn' ? 'relay' : 'all',
  });
  const close = () => {
    connection.close();
    // Whatever keeps the server from hearing it, it closes by itself.
    request('check:close', {}).catch(() => undefined);
  };
  try {
    const lossy = { negotiated: true, id: opened.streamId, ordered: false, maxRetransmits: 0 };
    const channel = connection.createDataChannel('', lossy);
    channel.binaryType = 'arraybuffer';
    const open = isOpen(channel);
    await connection.setLocalDescription();
    const { sdp: offer } = connection.localDescription!;
    const dtlsParameters = { role: 'client' as const, fingerprints: fingerprintsIn(offer) };
    await request('check:connect', { dtlsParameters });
    await connection.setRemoteDescription({ type: 'answer', sdp: answerTo(offer, opened) });
    if (await open) return { channel, close };
    close();
    return null;
  } catch (error) {
    close();
    throw error;
  }
}

const isOpen = (channel: RTCDataChannel): Promise<boolean> =>
  new Promise((answer) => {
    channel.addEventListener('open', () => answer(true));
    channel.addEventListener('close', () => answer(false));
    setTimeout(() => answer(false), patience);
  });
