/** Whose steps help to give a page the camera back: they differ by browser, and on iPhones are all the same. */
export type Browser = 'android' | 'samsung' | 'ios' | 'firefox' | 'safari' | 'computer';

/** @param touch whether it has a touch screen: iPads call themselves Macs, but no Mac has one */
export function browserOf(userAgent: string, touch: boolean): Browser {
  if (/iPhone|iPad|iPod/.test(userAgent) || (touch && userAgent.includes('Macintosh'))) return 'ios';
  if (userAgent.includes('SamsungBrowser/')) return 'samsung';
  if (userAgent.includes('Firefox/')) return 'firefox';
  if (userAgent.includes('Android')) return 'android';
  return /Version\/\S+ Safari\//.test(userAgent) ? 'safari' : 'computer';
}

/** Whether it is a phone or tablet, whose other programs are apps. */
export const isPhone = (userAgent: string, touch: boolean): boolean =>
  userAgent.includes('Android') || browserOf(userAgent, touch) === 'ios';
