import type { room as english } from '../en/room.ts';
import type { Translation } from '../translator.ts';

export const room: Translation<typeof english> = {
  self: {
    label: 'Państwa obraz, tak jak zobaczą go inni',
    you: 'Mój obraz',
    cameraOff: 'Bez obrazu',
    noCamera: 'Brak kamery',
    muted: 'Wyciszono',
    opening: 'Uruchamianie…',
    noMicrophone: 'Bez głosu',
  },
  controls: {
    label: 'Państwa mikrofon i kamera',
    mute: 'Wycisz',
    unmute: 'Włącz głos',
    cameraOff: 'Wyłącz kamerę',
    cameraOn: 'Włącz kamerę',
  },
  person: {
    muted: '{{name}} – mikrofon wyciszony',
    cameraOff: 'Kamera jest wyłączona',
    dropped: 'Połączenie zostało przerwane. Ta osoba może wrócić sama.',
    coming: 'Łączenie…',
    picture: 'Obraz: {{name}}',
  },
  sound: {
    blocked: 'Państwa przeglądarka wstrzymuje dźwięk.',
    tap: 'Dotknij, aby słyszeć',
  },
  connection: {
    reconnecting: 'Połączenie przerwane. Łączymy ponownie. Proszę pozostać na tej stronie.',
    back: 'Połączenie wróciło.',
    failing: 'Dźwięk i obraz nie docierają. Próbujemy je przywrócić.',
    flowing: 'Dźwięk i obraz wróciły.',
    connecting: 'Łączenie…',
    slow: 'To trwa dłużej niż zwykle. Próbujemy dalej.',
    unavailable: 'Nasz system chwilowo nie odpowiada.',
    restarting: 'Nasz system zaraz uruchomi się ponownie. Przez kilka minut nikt nowy nie może wejść.',
    byItself: 'Nic nie trzeba robić: ta strona sama spróbuje ponownie. Proszę jej nie zamykać.',
    restartSoon:
      'Nasz system wkrótce uruchomi się ponownie. Miejsce w kolejce jest zachowane, a ta strona wróci sama. Proszę tu zostać.',
    restartBy:
      'Nasz system uruchomi się ponownie najpóźniej o {{time}}. Do tego czasu można rozmawiać. Potem rozmowa wróci sama.',
  },
  devices: {
    retry: 'Spróbuj ponownie',
    both: {
      refused: 'Przeglądarka nie ma zgody na użycie kamery i mikrofonu.',
      not_found: 'Nie możemy znaleźć kamery ani mikrofonu na tym urządzeniu.',
      in_use: 'Inny program używa kamery i mikrofonu. Proszę go zamknąć i spróbować ponownie.',
      interrupted: 'Kamera i mikrofon zostały zajęte, być może przez rozmowę telefoniczną.',
      other: 'Kamera i mikrofon nie włączają się.',
    },
    microphone: {
      refused: 'Przeglądarka nie ma zgody na użycie mikrofonu.',
      not_found: 'Nie możemy znaleźć mikrofonu na tym urządzeniu.',
      in_use: 'Inny program używa mikrofonu. Proszę go zamknąć i spróbować ponownie.',
      interrupted: 'Mikrofon został zajęty, być może przez rozmowę telefoniczną.',
      other: 'Mikrofon nie włącza się.',
    },
    camera: {
      refused: 'Przeglądarka nie ma zgody na użycie kamery.',
      not_found: 'Nie możemy znaleźć kamery na tym urządzeniu.',
      in_use: 'Inny program używa kamery. Proszę go zamknąć i spróbować ponownie.',
      interrupted: 'Kamera została zajęta, być może przez inny program.',
      other: 'Kamera nie włącza się.',
    },
    allow:
      'Proszę dotknąć znaku obok adresu strony u góry przeglądarki, zezwolić na mikrofon i kamerę, a potem spróbować ponownie.',
  },
  insecure: {
    title: 'Ten adres nie jest bezpieczny',
    text: 'Przeglądarki pozwalają na kamerę i mikrofon tylko pod bezpiecznymi adresami, które zaczynają się od https. Proszę poprosić przychodnię o właściwy link.',
  },
};
