/** What a browser is and can do, asked of itself. */
export interface Facts {
  /** The address is one on which browsers give out cameras. */
  secure: boolean;
  /** It has what the page's own code takes for granted. */
  recent: boolean;
  /** It speaks what calls are made of. */
  calls: boolean;
  /** Pages may ask for camera and microphone; whether they get them only the asking shows. */
  devices: boolean;
  touch: boolean;
  /** Opened from the home screen, without a browser around it. */
  standalone: boolean;
  /** Telegram put its own object into the page. */
  telegram: boolean;
}

/** The facts about the browser of this page. */
export const factsOf = (page: Window & typeof globalThis): Facts => ({
  secure: page.isSecureContext,
  recent: 'timeout' in page.AbortSignal && 'toSorted' in page.Array.prototype,
  calls: typeof page.RTCPeerConnection === 'function' && typeof page.RTCRtpTransceiver === 'function',
  devices: typeof page.navigator.mediaDevices?.getUserMedia === 'function',
  touch: page.navigator.maxTouchPoints > 1,
  standalone: page.matchMedia('(display-mode: standalone)').matches,
  telegram: 'TelegramWebviewProxy' in page || 'TelegramWebview' in page,
});
