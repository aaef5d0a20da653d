import type { types } from 'mediasoup-client';

const load = () => import('mediasoup-client');

/** Fetches the media library while there is time, so that nobody waits for it once they are let in. */
export function preloadMedia(): void {
  // Without it the page is as good as before; whoever needs it then asks again.
  load().catch(() => undefined);
}

/** A device that speaks what the consultation's router speaks. @throws when the browser cannot make calls */
export async function loadDevice(routerRtpCapabilities: types.RtpCapabilities): Promise<types.Device> {
  const { Device } = await load();
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities });
  return device;
}
