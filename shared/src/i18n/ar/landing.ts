import type { landing as english } from '../en/landing.ts';
import type { Translation } from '../translator.ts';

export const landing: Translation<typeof english> = {
  title: 'استشارات بالفيديو مع عيادتك',
  what: 'يمكنك هنا التحدث مع طبيبك أو الممرض بالفيديو، من هاتف أو جهاز لوحي أو كمبيوتر. لا حاجة إلى تثبيت أي شيء.',
  haveLink: 'إذا كان لديك رابط',
  openLink: 'يُرجى فتحه من الرسالة النصية أو البريد الإلكتروني من عيادتك. وهو يعمل في وقت موعدك.',
  brokenLink: 'إذا لم يُفتح الرابط، يُرجى نسخه كاملاً إلى شريط العنوان في المتصفح، أو الاتصال بعيادتك.',
  inApp:
    'إذا فُتح داخل تطبيق مثل WhatsApp أو Facebook، فقد لا تعمل الكاميرا. عندئذٍ يُرجى فتحه في Safari أو Chrome أو Firefox أو Edge.',
  noLink: 'إذا لم يكن لديك رابط، يُرجى الاتصال بعيادتك. لا يمكن حجز موعد هنا.',
  staff: 'تسجيل دخول الموظفين',
};
