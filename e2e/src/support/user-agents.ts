/** What the browsers of some apps call themselves; the last one does not say whose it is. */
export const appsBrowsers = {
  'WhatsApp on an iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0.1 Mobile/15E148 Safari/604.1 [WAiOS/2.25.31]',
  'Instagram on an iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 393.1.0.36.70 (iPhone15,3; iOS 18_5; en_US; en; scale=3.00; 1290x2796; IABMV/1; 776538208) Safari/604.1)',
  'Facebook on Android':
    'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A.250205.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.7204.63 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/520.0.0.38.101;]',
  'some app on Android':
    'Mozilla/5.0 (Linux; Android 13; SM-A536U Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36',
};

/** Runs in the page: a browser that gives pages no camera and no microphone. */
export function withoutDevices(): void {
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
}

/** Runs in the page: a browser that cannot make calls. */
export function withoutCalls(): void {
  Reflect.deleteProperty(window, 'RTCPeerConnection');
}

/** Runs in the page: a browser from before 2022. */
export function asYearsAgo(): void {
  Reflect.deleteProperty(AbortSignal, 'timeout');
}

/** Runs in the page: a device without a camera. */
export function withoutCamera(): void {
  navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
}
