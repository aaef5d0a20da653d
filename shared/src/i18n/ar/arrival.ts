import type { arrival as english } from '../en/arrival.ts';
import type { Translation } from '../translator.ts';

export const arrival: Translation<typeof english> = {
  closed: '{{clinic}}: مغلقة الآن',
  hours: 'ساعات العمل',
  shut: 'مغلق',
  comeBack: 'يُرجى العودة في هذه الأوقات.',
  comeBackOr: 'يُرجى العودة في هذه الأوقات، أو الاتصال بـ {{practice}}:',
  again: 'إعادة المحاولة',
  unknown: 'هذا الرابط لا يعمل',
  unknownText: 'يُرجى التأكد من أن الرابط كامل، أو الاتصال بعيادتك.',
  trying: 'لحظة من فضلك',
  offline: 'لا يمكننا الوصول إلى عيادتك الآن.',
  busy: 'يدخل الآن عدد كبير من الناس.',
  byItself: 'ستعيد هذه الصفحة المحاولة تلقائيًا. يُرجى إبقاؤها مفتوحة.',
  days: {
    mon: 'الاثنين',
    tue: 'الثلاثاء',
    wed: 'الأربعاء',
    thu: 'الخميس',
    fri: 'الجمعة',
    sat: 'السبت',
    sun: 'الأحد',
  },
};
