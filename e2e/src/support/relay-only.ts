import type { Page } from 'puppeteer-core';

/** Has the page's calls go by way of the relay alone, and that reached in one way: `udp`, `tcp` or `tls`. */
export async function relayOnly(page: Page, by: 'udp' | 'tcp' | 'tls'): Promise<void> {
  await page.evaluateOnNewDocument((wanted) => {
    const isWanted = (url: string) =>
      wanted === 'tls' ? url.startsWith('turns:') : url.startsWith('turn:') && url.endsWith(`=${wanted}`);
    const narrowed = (configuration: RTCConfiguration = {}): RTCConfiguration => ({
      ...configuration,
      iceTransportPolicy: 'relay',
      iceServers: (configuration.iceServers ?? []).map((server) => ({
        ...server,
        urls: [server.urls].flat().filter(isWanted),
      })),
    });
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(narrowed(configuration));
      }

      override setConfiguration(configuration?: RTCConfiguration): void {
        super.setConfiguration(narrowed(configuration));
      }
    };
  }, by);
}

/** The names that the page's open peer connections would show a relay. */
export const relayNames = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections
      .filter(({ connectionState }) => connectionState !== 'closed')
      .flatMap((connection) => connection.getConfiguration().iceServers ?? [])
      .map(({ username }) => username ?? ''),
  );
