import type { weak as english } from '../en/weak.ts';
import type { Translation } from '../translator.ts';

export const weak: Translation<typeof english> = {
  mine: {
    both: 'Legătura dumneavoastră este slabă. Am oprit imaginile ca să puteți vorbi în continuare.',
    sends: 'Legătura dumneavoastră este slabă. V-am oprit imaginea ca să puteți vorbi în continuare.',
    receives: 'Legătura dumneavoastră este slabă. Am oprit imaginea pe care o vedeți ca să puteți vorbi în continuare.',
    slow: 'Legătura dumneavoastră este slabă. Imaginile sunt mici și lente.',
    saving: 'Economisiți date. Imaginile sunt mici și lente.',
  },
  theirs: {
    both: '{{name}} are o legătură slabă. Am oprit imaginile ca să puteți vorbi în continuare.',
    sends: '{{name}} are o legătură slabă. Imaginea stă pe loc. Puteți vorbi în continuare.',
    receives: '{{name}} are o legătură slabă. Persoana nu vă vede acum. Puteți vorbi în continuare.',
    slow: '{{name}} are o legătură slabă. Imaginile sunt mici și lente.',
    saving: '{{name}} economisește date. Imaginile sunt mici și lente.',
  },
  back: 'Legătura este mai bună. Imaginile au revenit.',
  still: {
    mine: 'Imaginea stă pe loc: legătura dumneavoastră este slabă.',
    theirs: 'Imaginea stă pe loc: legătura persoanei este slabă.',
  },
  button: {
    save: 'Economisiți date',
    full: 'Imagine completă',
  },
  mark: 'Legătură slabă',
};
