import { Device, type types } from 'mediasoup-client';
import type { BarePage } from '../bare.ts';
import { play } from '../bare-playing.ts';
import type { Questions } from './protocol.ts';

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
  play(track);
}

function connecting(transport: types.Transport): types.Transport {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask('connect', { transportId: transport.id, dtlsParameters }).then(done, failed);
  });
  return transport;
}
