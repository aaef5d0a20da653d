import type { types } from 'mediasoup-client';

/** What the bare page asks the bare server, by path: what it says, and what it is answered. */
export interface Questions {
  open: {
    asked: object;
    answered: {
      routerRtpCapabilities: types.RtpCapabilities;
      send: types.TransportOptions;
      receive: types.TransportOptions;
    };
  };
  connect: { asked: { transportId: string; dtlsParameters: types.DtlsParameters }; answered: object };
  produce: {
    asked: { transportId: string; kind: types.MediaKind; rtpParameters: types.RtpParameters };
    answered: { id: string };
  };
  consume: {
    asked: { transportId: string; producerId: string; rtpCapabilities: types.RtpCapabilities };
    answered: Required<Pick<types.ConsumerOptions, 'id' | 'producerId' | 'kind' | 'rtpParameters'>>;
  };
}
