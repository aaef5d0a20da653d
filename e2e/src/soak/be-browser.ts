import wrtc from '@roamhq/wrtc';

/** Gives this process what the media library expects of a browser. */
export function beBrowser(): void {
  for (const name of [
    'RTCPeerConnection',
    'RTCRtpSender',
    'RTCRtpReceiver',
    'RTCRtpTransceiver',
    'MediaStream',
  ] as const) {
    Object.assign(globalThis, { [name]: wrtc[name] });
  }
}
