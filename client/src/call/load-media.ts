import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { OpenLink } from './prepare-link.ts';
import type { Spoken } from './wire.ts';

const load = () => import('./prepare-link.ts');

/** Fetches the code for media while there is time, so that nobody waits for it once they are let in. */
export function preloadMedia(): void {
  // Without it the page is as good as before; whoever needs it then asks again.
  load().catch(() => undefined);
}

/** Does all that can be done before a call's media is opened, whose router speaks that. */
export function expectMedia(spoken: Spoken): void {
  load()
    .then(({ prepareDevice }) => prepareDevice(spoken))
    // As above.
    .catch(() => undefined);
}

/** Prepares a link with code that may still have to be fetched. @throws when that fails, or the browser cannot make calls */
export async function prepareLink(opened: SocketReply<'media:open'>): Promise<OpenLink> {
  const media = await load();
  return media.prepareLink(opened);
}
