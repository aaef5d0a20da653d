import type { arrival as english } from '../en/arrival.ts';
import type { Translation } from '../translator.ts';

export const arrival: Translation<typeof english> = {
  closed: '{{clinic}} এখন বন্ধ',
  hours: 'খোলার সময়',
  shut: 'বন্ধ',
  comeBack: 'তখন আবার আসুন।',
  comeBackOr: 'তখন আবার আসুন, অথবা {{practice}}-এ ফোন করুন:',
  again: 'আবার চেষ্টা করুন',
  unknown: 'এই লিংক কাজ করে না',
  unknownText: 'পুরো লিংকটি আছে কি না দেখুন, অথবা সার্জারিতে ফোন করুন।',
  trying: 'একটু অপেক্ষা করুন',
  offline: 'এই মুহূর্তে সার্জারির সঙ্গে যোগাযোগ করা যাচ্ছে না।',
  busy: 'এই মুহূর্তে অনেকে ঢুকছেন।',
  byItself: 'এই পাতা নিজে থেকেই আবার চেষ্টা করবে। পাতাটি খোলা রাখুন।',
  days: {
    mon: 'সোমবার',
    tue: 'মঙ্গলবার',
    wed: 'বুধবার',
    thu: 'বৃহস্পতিবার',
    fri: 'শুক্রবার',
    sat: 'শনিবার',
    sun: 'রবিবার',
  },
};
