import type { room as english } from '../en/room.ts';
import type { Translation } from '../translator.ts';

export const room: Translation<typeof english> = {
  self: {
    label: 'Chi, fel y bydd eraill yn eich gweld',
    you: 'Chi',
    cameraOff: 'Camera i ffwrdd',
    noCamera: 'Dim camera',
    muted: 'Wedi tewi',
    opening: 'Yn dechrau…',
    noMicrophone: 'Dim sain',
  },
  controls: {
    label: 'Eich microffon a’ch camera',
    mute: 'Tewi',
    unmute: 'Dad-dewi',
    cameraOff: 'Stopio’r camera',
    cameraOn: 'Dechrau’r camera',
  },
  person: {
    muted: '{{name}} – wedi’i dewi',
    cameraOff: 'Mae’r camera i ffwrdd',
    dropped: 'Mae’r cysylltiad wedi’i golli. Gall y person ddod yn ôl ohono’i hun.',
    coming: 'Yn cysylltu…',
    picture: 'Llun {{name}}',
  },
  sound: {
    blocked: 'Mae eich porwr yn dal y sain yn ôl.',
    tap: 'Tapiwch i glywed',
  },
  connection: {
    reconnecting: 'Mae’r cysylltiad wedi’i golli. Rydym yn eich cael yn ôl. Arhoswch ar y dudalen hon.',
    back: 'Rydych wedi’ch cysylltu eto.',
    failing: 'Nid yw’r sain na’r llun yn dod drwodd. Rydym yn ceisio eu cael yn ôl.',
    flowing: 'Mae’r sain a’r llun yn ôl.',
    connecting: 'Yn cysylltu…',
    slow: 'Mae hyn yn cymryd mwy o amser nag arfer. Rydym yn dal i geisio.',
    unavailable: 'Mae ein system wedi’i dal yn ôl ar hyn o bryd.',
    restarting: 'Mae ein system ar fin ailgychwyn. Ni all neb newydd ddod i mewn am ychydig funudau.',
    byItself: 'Nid oes angen i chi wneud dim: mae’r dudalen hon yn ceisio eto ar ei phen ei hun. Cadwch hi ar agor.',
    restartSoon:
      'Bydd ein system yn ailgychwyn cyn bo hir. Rydych yn cadw eich lle, a bydd y dudalen hon yn dod yn ôl ar ei phen ei hun. Arhoswch yma.',
    restartBy:
      'Bydd ein system yn ailgychwyn erbyn {{time}} fan bellaf. Gallwch siarad tan hynny. Bydd yr alwad yn dod yn ôl ar ei phen ei hun wedyn.',
  },
  devices: {
    retry: 'Rhoi cynnig arall arni',
    both: {
      refused: 'Dywedwyd wrth eich porwr am beidio â defnyddio eich camera a’ch microffon.',
      not_found: 'Ni allwn ddod o hyd i gamera na microffon ar y ddyfais hon.',
      in_use: 'Mae rhaglen arall yn defnyddio eich camera a’ch microffon. Caewch hi, yna rhowch gynnig arall arni.',
      interrupted: 'Cafodd eich camera a’ch microffon eu cymryd, efallai gan alwad ffôn.',
      other: 'Nid yw eich camera a’ch microffon yn dechrau.',
    },
    microphone: {
      refused: 'Dywedwyd wrth eich porwr am beidio â defnyddio’r microffon.',
      not_found: 'Ni allwn ddod o hyd i ficroffon ar y ddyfais hon.',
      in_use: 'Mae rhaglen arall yn defnyddio eich microffon. Caewch hi, yna rhowch gynnig arall arni.',
      interrupted: 'Cafodd eich microffon ei gymryd, efallai gan alwad ffôn.',
      other: 'Nid yw eich microffon yn dechrau.',
    },
    camera: {
      refused: 'Dywedwyd wrth eich porwr am beidio â defnyddio’r camera.',
      not_found: 'Ni allwn ddod o hyd i gamera ar y ddyfais hon.',
      in_use: 'Mae rhaglen arall yn defnyddio eich camera. Caewch hi, yna rhowch gynnig arall arni.',
      interrupted: 'Cafodd eich camera ei gymryd, efallai gan raglen arall.',
      other: 'Nid yw eich camera yn dechrau.',
    },
    allow:
      'Tapiwch yr arwydd wrth ymyl y cyfeiriad gwe ar frig eich porwr, caniatewch y microffon a’r camera, yna rhowch gynnig arall arni.',
  },
  insecure: {
    title: 'Nid yw’r cyfeiriad hwn yn ddiogel',
    text: 'Dim ond ar gyfeiriadau diogel, sy’n dechrau gyda https, y mae porwyr yn caniatáu camera a microffon. Gofynnwch i’ch meddygfa am y ddolen gywir.',
  },
};
