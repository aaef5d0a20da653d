import type { landing as english } from '../en/landing.ts';
import type { Translation } from '../translator.ts';

export const landing: Translation<typeof english> = {
  title: 'Ymgynghoriadau fideo gyda’ch meddygfa',
  what: 'Yma gallwch weld eich meddyg neu nyrs drwy fideo, ar ffôn, tabled neu gyfrifiadur. Does dim byd i’w osod.',
  haveLink: 'Os oes gennych ddolen',
  openLink: 'Agorwch hi yn y neges destun neu’r e-bost gan eich meddygfa. Mae’n gweithio ar adeg eich apwyntiad.',
  brokenLink: 'Os nad yw’n agor, copïwch y ddolen gyfan i far cyfeiriad eich porwr, neu ffoniwch eich meddygfa.',
  inApp:
    'Os yw’n agor y tu mewn i ap fel WhatsApp neu Facebook, efallai na fydd y camera’n gweithio. Yna agorwch hi yn Safari, Chrome, Firefox neu Edge.',
  noLink: 'Os nad oes gennych ddolen, cysylltwch â’ch meddygfa. Ni allwch drefnu apwyntiad yma.',
  staff: 'Mewngofnodi i staff',
};
