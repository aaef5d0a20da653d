import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { ConnectionNotice } from '../../room/ConnectionNotice.tsx';
import { ScreenHeading } from '../../room/ScreenHeading.tsx';
import type { Visit } from '../../room/visit.ts';
import { whoSees } from '../who.ts';
import { Messages } from './Messages.tsx';
import { SoundSwitch } from './SoundSwitch.tsx';

/** Out of the call for a moment: who is on hold is to be sure that nobody sees or hears them, and to stay. */
export const HeldScreen = ({ visit, view }: { visit: Visit; view: RoomView }) => (
  <div data-testid="held-screen">
    <ScreenHeading>{t('patient:held')}</ScreenHeading>
    <ConnectionNotice visit={visit} />
    <div class="fd-place">
      <p class="fd-place__wait">{t('later:held.text', { clinician: whoSees(view.clinicianName) })}</p>
      <p class="fd-place__stay">{t('later:held.stay')}</p>
    </div>
    <Messages connection={visit.connection} view={view} />
    <SoundSwitch visit={visit} />
  </div>
);
