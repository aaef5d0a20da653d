import type { patient as english } from '../en/patient.ts';
import type { Translation } from '../translator.ts';

export const patient: Translation<typeof english> = {
  who: 'طبيبك أو الممرض',
  details: {
    title: 'بياناتك',
    arrived: 'تم تسجيل وصولك. {{practice}} على علم بأنك هنا.',
    name: 'اسمك الكامل',
    nameHint: 'لكي تعرف العيادة من أنت',
    nameMissing: 'يُرجى كتابة اسمك',
    agreementTitle: 'قبل المتابعة',
    agree: 'قرأت هذا وأوافق عليه',
    agreeMissing: 'يُرجى وضع علامة في المربع لإظهار موافقتك',
    submit: 'متابعة',
  },
  devices: {
    title: 'الكاميرا والميكروفون',
    why: 'سيطلب متصفحك استخدام الكاميرا والميكروفون، حتى يمكن لـ {{clinician}} رؤيتك وسماعك. يُرجى اختيار «سماح» (“Allow”).',
    nothingYet: 'لا يخرج أي شيء من جهازك إلى أن يُسمح لك بالدخول.',
    turnOn: 'تشغيل الكاميرا والميكروفون',
    without: 'المتابعة بدونهما',
    waiting: 'أنت الآن في قائمة الانتظار.',
    asking: 'متصفحك يطلب الإذن. يُرجى اختيار «سماح» (“Allow”).',
  },
  waiting: {
    title: 'أنت في المكان الصحيح',
    tab: 'في الانتظار – يُرجى البقاء',
    who: 'موعدك مع {{clinician}}.',
    whoUnknown: 'موعدك مع الطبيب أو الممرض.',
    arrived: 'وصلت الساعة {{time}}.',
    stay: 'يُرجى البقاء في هذه الصفحة. سيُسمح لك بالدخول.',
    checkDevices: 'التأكد من الكاميرا والميكروفون',
    private: 'أنت وحدك ترى هذا. لا يخرج أي شيء من جهازك إلى أن يُسمح لك بالدخول.',
    name: 'اسمك: {{name}}',
    correct: 'تغيير الاسم',
    connected: 'الاتصال جيد',
  },
  check: {
    title: 'فحص الكاميرا والصوت والاتصال',
    open: 'إعادة الفحص',
    close: 'إغلاق الفحص',
    goOn: 'متابعة',
  },
  reconnecting: {
    tab: 'جارٍ إعادة الاتصال…',
    keepPlace: 'مكانك في قائمة الانتظار محفوظ.',
  },
  call: {
    tab: 'في استشارتك',
    letIn: 'سُمح لك بالدخول.',
  },
  inUse: 'رابطك مفتوح بالفعل',
  overTab: 'إلى اللقاء',
  browser: {
    inApp: 'يُرجى فتح هذا في متصفحك',
    cannotCall: 'هناك حاجة إلى متصفح آخر',
  },
};
