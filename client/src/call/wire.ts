import type { SocketData, SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import type { types } from 'mediasoup-client';

/**
 * The contract and the media library have each their own types for the same WebRTC parameters; they differ in how
 * they write what may be missing, and the server checks what is sent anyhow. The crossing is made here and only here.
 */
type Contract = {
  rtpParameters: SocketData<'producer:create'>['rtpParameters'];
  rtpCapabilities: SocketData<'consumers:start'>['rtpCapabilities'];
};

export const rtpParametersToSend = (parameters: types.RtpParameters) => parameters as Contract['rtpParameters'];

export const rtpCapabilitiesToSend = (capabilities: types.RtpCapabilities) =>
  capabilities as Contract['rtpCapabilities'];

export const receivedCapabilities = (opened: SocketReply<'media:open'>) =>
  opened.routerRtpCapabilities as types.RtpCapabilities;

export const receivedTransport = (transport: SocketReply<'media:open'>['send']) => transport as types.TransportOptions;

export const receivedParameters = (parameters: ConsumerOffer['rtpParameters']) => parameters as types.RtpParameters;
