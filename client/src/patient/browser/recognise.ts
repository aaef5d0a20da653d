import { apps, type App } from './apps.ts';
import type { Facts } from './facts.ts';

export type Platform = 'ios' | 'android' | 'other';

/**
 * A browser that a call is better not tried in.
 * - `in_app`: an app's own, which often gets no camera whatever it says; `app` is null where it does not name itself.
 *   One that lacks what a call needs may not be tried.
 * - `cannot_call`: a browser of its own that lacks what a call needs
 */
export type WrongBrowser =
  | { is: 'in_app'; app: App | null; platform: Platform; mayTry: boolean }
  | { is: 'cannot_call'; why: 'too_old' | 'no_calls' };

/** The browser a page is in, as far as calls go. On an insecure address none can call, and it is not the browser's fault. */
export type Recognised = { is: 'fine' } | WrongBrowser | { is: 'cannot_call'; why: 'insecure' };

/** What a browser can do counts; what it calls itself only tells an app's browser from the others. */
export function recognise(userAgent: string, facts: Facts): Recognised {
  // Without https every browser hides what it has.
  if (!facts.secure) return { is: 'cannot_call', why: 'insecure' };
  if (!facts.recent || isFirefoxTooOld(userAgent)) return { is: 'cannot_call', why: 'too_old' };
  const mayTry = facts.calls && facts.devices;
  const platform = platformOf(userAgent, facts);
  const app = appOf(userAgent, platform, facts);
  if (app !== null || isWebView(userAgent, platform, facts)) return { is: 'in_app', app, platform, mayTry };
  return mayTry ? { is: 'fine' } : { is: 'cannot_call', why: 'no_calls' };
}

/** The media library goes by the number as well, and would give up in the middle of the call. */
const isFirefoxTooOld = (userAgent: string): boolean => Number(/\bFirefox\/(\d+)/.exec(userAgent)?.[1] ?? 120) < 120;

/** iPads call themselves Macs, but no Mac has a touch screen. */
function platformOf(userAgent: string, { touch }: Facts): Platform {
  if (/iPhone|iPad|iPod/.test(userAgent) || (touch && userAgent.includes('Macintosh'))) return 'ios';
  return userAgent.includes('Android') ? 'android' : 'other';
}

function appOf(userAgent: string, platform: Platform, { telegram }: Facts): App | null {
  const named = apps.find(([, pattern]) => pattern.test(userAgent));
  if (named !== undefined) return named[0];
  // Telegram's on iPhones says word for word what Safari says.
  return telegram && platform !== 'other' ? 'Telegram' : null;
}

/** What no app has put its name to: iOS then leaves out Safari's, and Android adds two letters. */
function isWebView(userAgent: string, platform: Platform, { standalone }: Facts): boolean {
  if (platform === 'android') return userAgent.includes('; wv)');
  // A page on the home screen has no browser around it either, and can make calls.
  return platform === 'ios' && !standalone && userAgent.includes('AppleWebKit/') && !userAgent.includes('Safari/');
}
