import { describe, expect, it } from 'vitest';
import { wayOut } from './way-out.ts';

const link = 'https://practice.example/v#AbC-_123AbC-_123AbC-_1';

/** What Android makes of an intent's address: `android.content.Intent.parseUri`, step by step. */
function parseUri(uri: string): { data: string; extras: Record<string, string> } {
  const at = uri.lastIndexOf('#');
  expect(uri.startsWith('#Intent;', at)).toBe(true);
  const fields = uri
    .slice(at + '#Intent;'.length)
    .split(';')
    .slice(0, -1)
    .map((field) => [field.slice(0, field.indexOf('=')), decodeURIComponent(field.slice(field.indexOf('=') + 1))]);
  const { scheme, ...extras } = Object.fromEntries(fields) as Record<string, string>;
  return { data: `${scheme}:${uri.slice('intent:'.length, at)}`, extras };
}

describe('the way from an app to the own browser', () => {
  it.each([link, 'http://localhost:8080/v#AbC-_123AbC-_123AbC-_1'])(
    '[BROWSER-5] on Android carries the whole link, and the same as a fallback: %s',
    (whole) => {
      const { data, extras } = parseUri(wayOut(whole, 'Facebook', 'android')!);
      expect(data).toBe(whole);
      expect(extras).toEqual({ 'S.browser_fallback_url': whole });
    },
  );

  it('[BROWSER-5] on an iPhone is the link, marked for Safari', () => {
    expect(wayOut(link, 'WhatsApp', 'ios')).toBe(`x-safari-${link}`);
    expect(wayOut(link, null, 'ios')).toBe(`x-safari-${link}`);
  });

  it("[BROWSER-5] out of Instagram on an iPhone is Instagram's own", () => {
    const out = new URL(wayOut(link, 'Instagram', 'ios')!);
    expect(`${out.protocol}//${out.host}`).toBe('instagram://extbrowser');
    expect(out.searchParams.get('url')).toBe(link);
  });

  it('[BROWSER-5] keeps the secret where the browser sends it to nobody', () => {
    for (const platform of ['ios', 'android'] as const) {
      const out = new URL(wayOut(link, 'Facebook', platform)!);
      expect(out.pathname + out.search).not.toContain('AbC');
      expect(out.href).toBe(wayOut(link, 'Facebook', platform));
    }
  });

  it('[BROWSER-5] is not offered where it leads nowhere', () => {
    expect(wayOut(link, 'WeChat', 'android')).toBeNull();
    expect(wayOut(link, 'Snapchat', 'ios')).toBeNull();
    expect(wayOut(link, 'Snapchat', 'android')).not.toBeNull();
    expect(wayOut(link, null, 'other')).toBeNull();
  });
});
