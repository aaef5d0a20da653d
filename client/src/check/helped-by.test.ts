import { expect, it } from 'vitest';
import { browserOf, isPhone } from './helped-by.ts';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
const mac = '(Macintosh; Intel Mac OS X 10_15_7)';

it.each([
  ['Chrome on a phone', `${mozilla} (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`, true, 'android', true],
  [
    'Samsung Internet',
    `${mozilla} (Linux; Android 13; SAMSUNG SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
    true,
    'samsung',
    true,
  ],
  ['Firefox on a phone', `${mozilla} (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0`, true, 'firefox', true],
  [
    'Safari on an iPhone',
    `${mozilla} (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webkit} Version/17.5 Mobile/15E148 Safari/604.1`,
    true,
    'ios',
    true,
  ],
  [
    'Chrome on an iPhone, which has Safari’s settings',
    `${mozilla} (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webkit} CriOS/126.0.0.0 Mobile/15E148 Safari/604.1`,
    true,
    'ios',
    true,
  ],
  ['Safari on an iPad', `${mozilla} ${mac} ${webkit} Version/17.5 Safari/605.1.15`, true, 'ios', true],
  ['Safari on a Mac', `${mozilla} ${mac} ${webkit} Version/17.5 Safari/605.1.15`, false, 'safari', false],
  ['Chrome', `${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, false, 'computer', false],
  ['Edge', `${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`, true, 'computer', false],
  [
    'Firefox',
    `${mozilla} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`,
    false,
    'firefox',
    false,
  ],
])('[CHECK-5] knows whose steps help: %s', (_name, userAgent, touch, browser, phone) => {
  expect(browserOf(userAgent, touch)).toBe(browser);
  expect(isPhone(userAgent, touch)).toBe(phone);
});
