import type { arrival as english } from '../en/arrival.ts';
import type { Translation } from '../translator.ts';

export const arrival: Translation<typeof english> = {
  closed: '{{clinic}} ਹੁਣ ਬੰਦ ਹੈ',
  hours: 'ਖੁੱਲ੍ਹਣ ਦਾ ਸਮਾਂ',
  shut: 'ਬੰਦ',
  comeBack: 'ਉਸ ਵੇਲੇ ਵਾਪਸ ਆਓ।',
  comeBackOr: 'ਉਸ ਵੇਲੇ ਵਾਪਸ ਆਓ, ਜਾਂ {{practice}} ਨੂੰ ਫ਼ੋਨ ਕਰੋ:',
  again: 'ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਕਰੋ',
  unknown: 'ਇਹ ਲਿੰਕ ਕੰਮ ਨਹੀਂ ਕਰਦਾ',
  unknownText: 'ਦੇਖੋ ਕਿ ਤੁਹਾਡੇ ਕੋਲ ਪੂਰਾ ਲਿੰਕ ਹੈ, ਜਾਂ ਆਪਣੀ ਸਰਜਰੀ ਨੂੰ ਫ਼ੋਨ ਕਰੋ।',
  trying: 'ਕਿਰਪਾ ਕਰਕੇ ਥੋੜ੍ਹਾ ਰੁਕੋ',
  offline: 'ਇਸ ਵੇਲੇ ਸਰਜਰੀ ਨਾਲ ਸੰਪਰਕ ਨਹੀਂ ਹੋ ਰਿਹਾ।',
  busy: 'ਇਸ ਵੇਲੇ ਬਹੁਤ ਲੋਕ ਆ ਰਹੇ ਹਨ।',
  byItself: 'ਇਹ ਪੰਨਾ ਆਪਣੇ ਆਪ ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਕਰੇਗਾ। ਇਸਨੂੰ ਖੁੱਲ੍ਹਾ ਰੱਖੋ।',
  days: {
    mon: 'ਸੋਮਵਾਰ',
    tue: 'ਮੰਗਲਵਾਰ',
    wed: 'ਬੁੱਧਵਾਰ',
    thu: 'ਵੀਰਵਾਰ',
    fri: 'ਸ਼ੁੱਕਰਵਾਰ',
    sat: 'ਸ਼ਨੀਵਾਰ',
    sun: 'ਐਤਵਾਰ',
  },
};
