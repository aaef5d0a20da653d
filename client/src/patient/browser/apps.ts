/** By what an app's own browser gives itself away; the more particular before what others carry as well. */
export const apps = [
  ['WhatsApp', /\b(?:WA4A|WAiOS|WhatsApp)\//],
  ['Instagram', /\bInstagram /],
  ['Threads', /\bBarcelona /],
  ['Messenger', /MessengerForiOS|FB_IAB\/(?:MESSENGER|Orca)|MetaIAB Messenger/],
  ['Facebook', /\bFB(?:AN|AV|_IAB)\/|\bMetaIAB\b/],
  ['Snapchat', /Snapchat\//],
  ['TikTok', /musical_ly|trill_|BytedanceWebview/],
  ['LinkedIn', /\bLinkedInApp\b/],
  ['X', /Twitter for iP|TwitterAndroid/],
  ['Pinterest', /\bPinterest\//],
  ['Reddit', /\bReddit\//],
  ['LINE', / Line\//],
  ['WeChat', /\bMicroMessenger\//],
  ['Google', /\bGSA\//],
  ['Outlook', /\bOutlook-(?:iOS|Android)\//],
  ['Telegram', /\bTelegram-Android\//],
] as const satisfies [name: string, pattern: RegExp][];

/** The name of an app, as everybody knows it. */
export type App = (typeof apps)[number][0];
