import type { call as english } from '../en/call.ts';
import type { Translation } from '../translator.ts';

export const call: Translation<typeof english> = {
  own: {
    both: 'Kamera i mikrofon zostały odebrane, być może przez rozmowę telefoniczną. Inni Cię nie widzą ani nie słyszą.',
    microphone: 'Mikrofon został odebrany, być może przez rozmowę telefoniczną. Inni Cię nie słyszą.',
    camera: 'Kamera została odebrana, być może przez inną aplikację. Inni Cię nie widzą.',
    carryOn: 'Dotknij, aby kontynuować',
    still: 'Nadal jest w użyciu. Zakończ rozmowę telefoniczną lub zamknij inną aplikację, a potem dotknij ponownie.',
    over: 'Możesz kontynuować.',
  },
  interrupted: {
    hidden: 'Ekran osoby {{name}} jest wyłączony lub otwarta jest inna aplikacja.',
    microphone: 'Rozmowa telefoniczna lub inna aplikacja przerwała połączenie osobie {{name}}.',
    camera: 'Coś przerwało obraz z kamery osoby {{name}}.',
    over: '{{name}} może kontynuować.',
  },
  nothing: 'W tej chwili nic nie dociera.',
  silent: 'W tej chwili nic nie dociera od osoby {{name}}.',
  arrives: '{{name}}: dźwięk i obraz znów docierają.',
};
