import type { App } from './apps.ts';
import type { Platform } from './recognise.ts';

/**
 * From where no address leads out, by what people found who tried on real phones; there the app's own menu must do.
 * An app that changed its mind only shows a button that does nothing, or lacks one.
 */
const shut: Partial<Record<App, readonly Platform[]>> = {
  Messenger: ['android'],
  Threads: ['android'],
  TikTok: ['ios', 'android'],
  WeChat: ['ios', 'android'],
  Snapchat: ['ios'],
  X: ['ios'],
};

/** An address that, tapped in an app's browser, opens the link in the person's own; null where none does. */
export function wayOut(link: string, app: App | null, platform: Platform): string | null {
  if (platform === 'other' || (app !== null && shut[app]?.includes(platform))) return null;
  if (platform === 'android') return intent(link);
  // Instagram lets nobody out but by its own address for it; the app then has the link that it has anyway.
  if (app === 'Instagram') return `instagram://extbrowser/?url=${encodeURIComponent(link)}`;
  // Safari's own scheme, since iOS 17.
  return `x-safari-${link}`;
}

/**
 * Android looks for `#Intent;` behind the last `#` and takes everything before it for the address (`Intent.parseUri`),
 * so the link's own fragment stays what it is: a second `#`, in no server's log. Without a package named, the phone's
 * default browser opens it. Whatever cannot open it goes to the fallback, in which the fragment is encoded.
 */
function intent(link: string): string {
  const [scheme, address] = link.split('://') as [string, string];
  return `intent://${address}#Intent;scheme=${scheme};S.browser_fallback_url=${encodeURIComponent(link)};end`;
}
