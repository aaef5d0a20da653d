import { Device, type types } from 'mediasoup-client';
import type { Questions } from './protocol.ts';

/** What the bare page lets others know of itself. */
export interface BarePage extends Window {
  /** All that it sends is on its way. */
  sending?: boolean;
  /** From the navigation to the first picture of somebody else, in ms. */
  firstPicture?: number;
}

// Camera and microphone first, as in any call, and then whatever else it takes.
const page: BarePage = window;

async function ask<N extends keyof Questions>(what: N, data: Questions[N]['asked']): Promise<Questions[N]['answered']> {
  const response = await fetch(what, { method: 'POST', body: JSON.stringify(data) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Questions[N]['answered'];
}

const [own, opened] = await Promise.all([
  navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 480 } }),
  ask('open', {}),
]);
const device = await Device.factory();
await device.load({ routerRtpCapabilities: opened.routerRtpCapabilities });

const send = connecting(device.createSendTransport(opened.send));
send.on('produce', ({ kind, rtpParameters }, done, failed) => {
  ask('produce', { transportId: send.id, kind, rtpParameters }).then(done, failed);
});
const receive = connecting(device.createRecvTransport(opened.receive));
const rtpCapabilities = device.recvRtpCapabilities;

new EventSource(`streams?${send.id}`).addEventListener('message', ({ data: producerId }: MessageEvent<string>) => {
  void take(producerId);
});
await Promise.all(own.getTracks().map((track) => send.produce({ track })));
page.sending = true;

async function take(producerId: string): Promise<void> {
  const { track } = await receive.consume(
    await ask('consume', { transportId: receive.id, producerId, rtpCapabilities }),
  );
  const element = document.createElement(track.kind as 'audio' | 'video');
  element.autoplay = true;
  element.muted = true;
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
  if (element instanceof HTMLVideoElement)
    element.requestVideoFrameCallback(() => (page.firstPicture ??= performance.now()));
}

function connecting(transport: types.Transport): types.Transport {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask('connect', { transportId: transport.id, dtlsParameters }).then(done, failed);
  });
  return transport;
}
