import type { arrival as english } from '../en/arrival.ts';
import type { Translation } from '../translator.ts';

export const arrival: Translation<typeof english> = {
  closed: '{{clinic}} ابھی بند ہے',
  hours: 'کھلنے کے اوقات',
  shut: 'بند',
  comeBack: 'اس وقت واپس آئیں۔',
  comeBackOr: 'اس وقت واپس آئیں، یا {{practice}} کو فون کریں:',
  again: 'دوبارہ کوشش کریں',
  unknown: 'یہ لنک کام نہیں کرتا',
  unknownText: 'دیکھیں کہ آپ کے پاس پورا لنک ہے، یا اپنی سرجری کو فون کریں۔',
  trying: 'براہ کرم ذرا رکیں',
  offline: 'ابھی آپ کی سرجری سے رابطہ نہیں ہو رہا۔',
  busy: 'ابھی بہت سے لوگ آ رہے ہیں۔',
  byItself: 'یہ صفحہ خود ہی دوبارہ کوشش کرے گا۔ اسے کھلا رکھیں۔',
  days: {
    mon: 'پیر',
    tue: 'منگل',
    wed: 'بدھ',
    thu: 'جمعرات',
    fri: 'جمعہ',
    sat: 'ہفتہ',
    sun: 'اتوار',
  },
};
