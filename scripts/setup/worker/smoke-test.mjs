// Run under the pinned Node with MEDIASOUP_WORKER_BIN set: ends with 0 if the worker does what a call asks of it.

import { once } from 'node:events';
import { createWorker } from 'mediasoup';

const listenInfos = [
  { protocol: 'udp', ip: '127.0.0.1' },
  { protocol: 'tcp', ip: '127.0.0.1' },
];
const mediaCodecs = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90000 },
];

const worker = await createWorker({ logLevel: 'error' });
const webRtcServer = await worker.createWebRtcServer({ listenInfos });
const router = await worker.createRouter({ mediaCodecs });
const transport = await router.createWebRtcTransport({ webRtcServer });
await transport.getStats();

const closed = once(worker, 'subprocessclose');
worker.close();
await closed;
