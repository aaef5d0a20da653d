import type { App } from '../apps.ts';
import type { Platform } from '../recognise.ts';

/**
 * What browsers call themselves, as seen in the wild: by ua-parser-js (test/data/ua, and its pull request 841 for
 * WhatsApp), by shalanah/inapp-debugger, and in what other public projects test against. Strings are facts; the
 * versions in them grow older without harm.
 */
const iPhone = (version: string, rest: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`;
const android = (device: string, rest: string) =>
  `Mozilla/5.0 (Linux; Android ${device}) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`;
const androidView = (device: string, chrome: string, rest: string) =>
  android(`${device}; wv`, `Version/4.0 Chrome/${chrome} Mobile Safari/537.36${rest}`);

interface InApp {
  app: App | null;
  platform: Platform;
  userAgent: string;
}

export const inApps: InApp[] = [
  {
    app: 'WhatsApp',
    platform: 'ios',
    userAgent: iPhone('26_0_1', 'Version/26.0.1 Mobile/15E148 Safari/604.1 [WAiOS/2.25.31]'),
  },
  {
    app: 'WhatsApp',
    platform: 'android',
    userAgent: android('10; K', 'Chrome/141.0.7390.124 Mobile Safari/537.36 [WA4A/2.25.32.75;]'),
  },
  {
    app: 'Instagram',
    platform: 'ios',
    userAgent: iPhone(
      '18_5',
      'Mobile/22F76 Instagram 393.1.0.36.70 (iPhone15,3; iOS 18_5; en_US; en; scale=3.00; 1290x2796; IABMV/1; 776538208) Safari/604.1)',
    ),
  },
  {
    app: 'Instagram',
    platform: 'android',
    userAgent: androidView(
      '14; Pixel 8 Build/AP2A.240905.003',
      '130.0.6723.58',
      ' Instagram 355.1.0.44.103 Android (34/14; 420dpi; 1080x2205; Google/google; Pixel 8; shiba; shiba; en_US; 658190016)',
    ),
  },
  {
    app: 'Threads',
    platform: 'android',
    userAgent: androidView(
      '14; Pixel 8 Build/AP2A.240905.003',
      '130.0.6723.58',
      ' Barcelona 355.0.0.39.109 Android (34/14; 420dpi)',
    ),
  },
  {
    app: 'Facebook',
    platform: 'ios',
    userAgent: iPhone(
      '18_1',
      'Mobile/22B83 [FBAN/FBIOS;FBAV/488.0.0.68.101;FBBV/658219612;FBDV/iPhone12,8;FBMD/iPhone;FBSN/iOS;FBSV/18.1;FBSS/2;FBID/phone;FBLC/en_US;FBOP/5;FBRV/0;IABMV/1]',
    ),
  },
  {
    app: 'Facebook',
    platform: 'ios',
    userAgent: iPhone('18_6_2', 'Mobile/22G100 Safari/604.1 MetaIAB Facebook'),
  },
  {
    app: 'Facebook',
    platform: 'android',
    userAgent: androidView('15; Pixel 9 Build/AP4A.250205.002', '138.0.7204.63', ' [FB_IAB/FB4A;FBAV/520.0.0.38.101;]'),
  },
  {
    app: 'Messenger',
    platform: 'ios',
    userAgent: iPhone(
      '17_5',
      'Mobile/15E148 [FBAN/MessengerForiOS;FBAV/461.0.0.26.106;FBBV/596640960;FBDV/iPhone15,2]',
    ),
  },
  {
    app: 'Messenger',
    platform: 'android',
    userAgent: androidView(
      '13; SM-A536U Build/TP1A.220624.014',
      '120.0.6099.230',
      ' [FB_IAB/Orca-Android;FBAV/439.0.0.29.119;]',
    ),
  },
  {
    app: 'Snapchat',
    platform: 'ios',
    userAgent: iPhone('17_3_1', 'Version/17.3.1 Mobile/15E148 Snapchat/12.72.0.39 (like Safari/8617.2.4.10.8, panda)'),
  },
  {
    app: 'Snapchat',
    platform: 'android',
    userAgent: androidView(
      '13; F102 Build/TP1A.220624.014',
      '141.0.7390.43',
      'Snapchat/13.60.0.42 (FOSSiBOT F102; Android 13#20240501#33; gzip; )',
    ),
  },
  {
    app: 'TikTok',
    platform: 'ios',
    userAgent: iPhone('18_6_2', 'Mobile/15E148 Safari/604.1 musical_ly_41.9.0'),
  },
  {
    app: 'TikTok',
    platform: 'android',
    userAgent: androidView(
      '14; Pixel 8 Build/UQ1A.240105.004',
      '121.0.6167.143',
      ' musical_ly_2023303040 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/33.3.4 BytedanceWebview/d8a21c6',
    ),
  },
  {
    app: 'LinkedIn',
    platform: 'ios',
    userAgent: iPhone('18_1', 'Mobile/15E148 {useragents: [LinkedInApp]/9.30.1753'),
  },
  { app: 'X', platform: 'ios', userAgent: iPhone('18_7', 'Mobile/15E148 Twitter for iPhone/11.20') },
  { app: 'Pinterest', platform: 'ios', userAgent: iPhone('18_1', 'Mobile/15E148 [Pinterest/iOS]') },
  {
    app: 'Reddit',
    platform: 'android',
    userAgent: androidView(
      '15; 23129RN51X Build/AP3A.240905.015.A2',
      '148.0.7778.215',
      ' Reddit/Version 2026.23.0/Build 2623040/Android 15',
    ),
  },
  { app: 'LINE', platform: 'ios', userAgent: iPhone('18_1', 'Mobile/15E148 Safari Line/14.10.0') },
  {
    app: 'WeChat',
    platform: 'android',
    userAgent: androidView(
      '13; SM-A536U Build/TP1A.220624.014',
      '116.0.0.0',
      ' XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F30) WeChat/arm64 Weixin NetType/WIFI Language/en ABI/arm64',
    ),
  },
  {
    app: 'WeChat',
    platform: 'ios',
    userAgent: iPhone('18_7', 'Mobile/15E148 MicroMessenger/8.0.50(0x1800322d) NetType/WIFI'),
  },
  {
    app: 'Google',
    platform: 'ios',
    userAgent: iPhone('18_5', 'GSA/375.0.772545411 Mobile/15E148 Safari/604.1'),
  },
  { app: 'Outlook', platform: 'ios', userAgent: iPhone('18_6', 'Mobile/15E148 Outlook-iOS/4.2531.0') },
  {
    app: 'Telegram',
    platform: 'android',
    userAgent: android(
      '13; K',
      'Chrome/141.0.7390.43 Mobile Safari/537.36 Telegram-Android/11.14.1 (Fossibot F102; Android 13; SDK 33; HIGH)',
    ),
  },
  { app: null, platform: 'ios', userAgent: iPhone('18_1', 'Mobile/15E148') },
  { app: null, platform: 'android', userAgent: androidView('13; SM-A536U Build/TP1A.220624.014', '140.0.0.0', '') },
];

/** Browsers people chose themselves, some of them rarely met. */
export const ownBrowsers: Record<string, string> = {
  'Safari on an iPhone': iPhone('18_7', 'Version/27.0 Mobile/15E148 Safari/604.1'),
  'Safari on an iPad, which says Mac':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Chrome on an iPhone': iPhone('18_5', 'CriOS/138.0.7204.119 Mobile/15E148 Safari/604.1'),
  'Firefox on an iPhone': iPhone('18_5', 'FxiOS/140.0 Mobile/15E148 Safari/605.1.15'),
  'Firefox on an iPad': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Edge on an iPhone': iPhone('18_1', 'EdgiOS/128.0.2739.82 Version/18.0 Mobile/15E148 Safari/604.1'),
  'Qwant on an iPhone': iPhone('16_1_2', 'QwantMobile/6.7.6 Mobile/15E148 Safari/605.1.15'),
  'Chrome on Android': android('10; K', 'Chrome/150.0.0.0 Mobile Safari/537.36'),
  'Samsung Internet': android('14; SAMSUNG SM-S921U', 'SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36'),
  'Firefox on Android': 'Mozilla/5.0 (Android 14; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
  'Opera Touch': android(
    '7.0; Lenovo P2a42 Build/NRD90N',
    'Version/4.0 Chrome/68.0.3440.91 Mobile Safari/537.36 OPT/1.10.33',
  ),
  'Safari on a Mac':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
  Chrome:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
  Edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
  Firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  qutebrowser:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) qutebrowser/2.4.0 QtWebEngine/5.15.6 Chrome/95.0.4628.2 Safari/537.36',
  'one that nobody knows': 'Lighthouse Keeper/1.0',
  'one that says nothing': '',
};
