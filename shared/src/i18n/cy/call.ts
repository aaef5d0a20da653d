import type { call as english } from '../en/call.ts';
import type { Translation } from '../translator.ts';

export const call: Translation<typeof english> = {
  own: {
    both: 'Cymerwyd eich camera a’ch meicroffon i ffwrdd, efallai gan alwad ffôn. Ni all y lleill eich gweld na’ch clywed.',
    microphone: 'Cymerwyd eich meicroffon i ffwrdd, efallai gan alwad ffôn. Ni all y lleill eich clywed.',
    camera: 'Cymerwyd eich camera i ffwrdd, efallai gan ap arall. Ni all y lleill eich gweld.',
    carryOn: 'Tapiwch i barhau',
    still: 'Mae’n dal i gael ei ddefnyddio. Gorffennwch yr alwad ffôn neu caewch yr ap arall, yna tapiwch eto.',
    over: 'Gallwch barhau.',
  },
  interrupted: {
    hidden: 'Mae sgrin {{name}} wedi diffodd, neu mae ap arall ar agor.',
    microphone: 'Mae galwad ffôn neu ap arall wedi torri ar draws {{name}}.',
    camera: 'Mae rhywbeth wedi torri ar draws camera {{name}}.',
    over: 'Gall {{name}} barhau.',
  },
  nothing: 'Nid oes dim yn dod ar hyn o bryd.',
  silent: 'Nid oes dim yn dod oddi wrth {{name}} ar hyn o bryd.',
  arrives: 'Mae {{name}} yn dod trwodd eto.',
};
