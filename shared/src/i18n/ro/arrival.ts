import type { arrival as english } from '../en/arrival.ts';
import type { Translation } from '../translator.ts';

export const arrival: Translation<typeof english> = {
  closed: '{{clinic}} este închis acum',
  hours: 'Program',
  shut: 'Închis',
  comeBack: 'Reveniți în aceste ore.',
  comeBackOr: 'Reveniți în aceste ore sau sunați la {{practice}}:',
  again: 'Încercați din nou',
  unknown: 'Acest link nu merge',
  unknownText: 'Verificați că aveți linkul întreg sau sunați la cabinet.',
  trying: 'O clipă, vă rugăm',
  offline: 'Nu putem ajunge acum la cabinetul dumneavoastră.',
  busy: 'Acum intră foarte mulți oameni.',
  byItself: 'Această pagină încearcă din nou singură. Lăsați-o deschisă.',
  days: {
    mon: 'luni',
    tue: 'marți',
    wed: 'miercuri',
    thu: 'joi',
    fri: 'vineri',
    sat: 'sâmbătă',
    sun: 'duminică',
  },
};
