import type { call as english } from '../en/call.ts';
import type { Translation } from '../translator.ts';

export const call: Translation<typeof english> = {
  own: {
    both: 'Camera și microfonul v-au fost luate, poate de un apel telefonic. Ceilalți nu vă văd și nu vă aud.',
    microphone: 'Microfonul v-a fost luat, poate de un apel telefonic. Ceilalți nu vă aud.',
    camera: 'Camera v-a fost luată, poate de altă aplicație. Ceilalți nu vă văd.',
    carryOn: 'Atingeți pentru a continua',
    still:
      'Este încă în folosință. Încheiați apelul telefonic sau închideți cealaltă aplicație, apoi atingeți din nou.',
    over: 'Puteți continua.',
  },
  interrupted: {
    hidden: 'Ecranul pentru {{name}} este stins sau este deschisă altă aplicație.',
    microphone: 'Un apel telefonic sau altă aplicație a întrerupt pe {{name}}.',
    camera: 'Ceva a întrerupt camera pentru {{name}}.',
    over: '{{name}} poate continua.',
  },
  nothing: 'Momentan nu vine nimic.',
  silent: 'Momentan nu vine nimic de la {{name}}.',
  arrives: '{{name}} se vede și se aude din nou.',
};
