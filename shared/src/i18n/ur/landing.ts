import type { landing as english } from '../en/landing.ts';
import type { Translation } from '../translator.ts';

export const landing: Translation<typeof english> = {
  title: 'آپ کی سرجری کے ساتھ ویڈیو ملاقات',
  what: 'یہاں آپ فون، ٹیبلٹ یا کمپیوٹر پر ویڈیو کے ذریعے اپنے ڈاکٹر یا نرس سے بات کر سکتے ہیں۔ کچھ انسٹال کرنے کی ضرورت نہیں۔',
  haveLink: 'اگر آپ کے پاس لنک ہے',
  openLink: 'اسے سرجری کے ٹیکسٹ میسج یا ای میل سے کھولیں۔ یہ آپ کی اپائنٹمنٹ کے وقت کام کرتا ہے۔',
  brokenLink: 'اگر نہ کھلے تو پورا لنک کاپی کر کے براؤزر کے پتے کے خانے میں ڈالیں، یا سرجری کو فون کریں۔',
  inApp:
    'اگر یہ WhatsApp یا Facebook جیسی کسی ایپ کے اندر کھلے تو شاید کیمرا کام نہ کرے۔ پھر اسے Safari، Chrome، Firefox یا Edge میں کھولیں۔',
  noLink: 'اگر آپ کے پاس لنک نہیں ہے تو اپنی سرجری سے رابطہ کریں۔ یہاں اپائنٹمنٹ نہیں لی جا سکتی۔',
  staff: 'عملے کا سائن ان',
};
