import { describe, expect, it } from 'vitest';
import type { Facts } from './facts.ts';
import { recognise } from './recognise.ts';
import { inApps, ownBrowsers } from './testing/user-agents.ts';

const able: Facts = {
  secure: true,
  recent: true,
  calls: true,
  devices: true,
  touch: false,
  standalone: false,
  telegram: false,
};
const safari = ownBrowsers['Safari on an iPhone']!;
const iPadView = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe("an app's own browser", () => {
  it.each(inApps)('[BROWSER-1] is recognised: $app on $platform', ({ app, platform, userAgent }) => {
    expect(recognise(userAgent, able)).toEqual({ is: 'in_app', app, platform, mayTry: true });
  });

  it.each(inApps)('[BROWSER-3] may not be tried without camera or calls: $app on $platform', ({ userAgent }) => {
    expect(recognise(userAgent, { ...able, devices: false })).toMatchObject({ is: 'in_app', mayTry: false });
    expect(recognise(userAgent, { ...able, calls: false })).toMatchObject({ is: 'in_app', mayTry: false });
  });

  it('[BROWSER-1] is recognised by what Telegram puts into the page, though it says it is Safari', () => {
    expect(recognise(safari, { ...able, telegram: true })).toMatchObject({ is: 'in_app', app: 'Telegram' });
    expect(recognise(ownBrowsers['Chrome']!, { ...able, telegram: true })).toEqual({ is: 'fine' });
  });

  it('[BROWSER-1] is recognised on an iPad that says it is a Mac', () => {
    expect(recognise(iPadView, { ...able, touch: true })).toMatchObject({ is: 'in_app', platform: 'ios' });
  });

  it('[BROWSER-1] is not what a page on the home screen is in', () => {
    expect(recognise(inApps.find(({ app }) => app === null)!.userAgent, { ...able, standalone: true })).toEqual({
      is: 'fine',
    });
  });
});

describe("somebody's own browser", () => {
  it.each(Object.entries(ownBrowsers))(
    '[BROWSER-2] is fine if it can make calls, whatever it is: %s',
    (_name, userAgent) => {
      expect(recognise(userAgent, able)).toEqual({ is: 'fine' });
      expect(recognise(userAgent, { ...able, touch: true })).toEqual({ is: 'fine' });
    },
  );

  it.each(Object.entries(ownBrowsers))('[BROWSER-2] cannot call without camera or calls: %s', (_name, userAgent) => {
    expect(recognise(userAgent, { ...able, devices: false })).toEqual({ is: 'cannot_call', why: 'no_calls' });
    expect(recognise(userAgent, { ...able, calls: false })).toEqual({ is: 'cannot_call', why: 'no_calls' });
  });

  it('[BROWSER-2] is too old when it lacks what the page is written with', () => {
    expect(recognise(safari, { ...able, recent: false })).toEqual({ is: 'cannot_call', why: 'too_old' });
  });

  it('[BROWSER-2] is too old when the media library takes it no more', () => {
    const firefox = (version: number) =>
      recognise(`Mozilla/5.0 (Windows NT 6.1; rv:109.0) Gecko/20100101 Firefox/${version}.0`, able);
    expect(firefox(115)).toEqual({ is: 'cannot_call', why: 'too_old' });
    expect(firefox(120)).toEqual({ is: 'fine' });
  });

  it('[BROWSER-2] is not to blame for an address without https, which hides what it can do', () => {
    const hidden = { ...able, secure: false, devices: false };
    expect(recognise(safari, hidden)).toEqual({ is: 'cannot_call', why: 'insecure' });
  });
});
