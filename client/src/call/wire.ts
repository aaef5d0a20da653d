import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { types } from 'mediasoup-client';

/**
 * What the server sends, as the media library's types have it. They know a few header extensions less than the
 * contract; the library itself takes whatever is negotiated. The crossing is made here and only here.
 */
type Opened = SocketReply<'media:open'>;

export type Spoken = Opened['routerRtpCapabilities'];

export const receivedCapabilities = (spoken: Spoken) => spoken as types.RtpCapabilities;

export const receivedTransport = (transport: Opened['send']) => transport as types.TransportOptions;

export const receivedParameters = (parameters: ConsumerOffer['rtpParameters']) => parameters as types.RtpParameters;
