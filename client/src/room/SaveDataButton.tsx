import { chooseToSave, savesData } from '../call/saves-data.ts';
import { t } from '../i18n/index.ts';
import { ControlButton } from './ControlButton.tsx';
import { SaveDataIcon } from './icons.tsx';

/** Small pictures for little data, or the best there are. */
export const SaveDataButton = () => (
  <ControlButton
    icon={<SaveDataIcon />}
    label={t(savesData.value ? 'weak:button.full' : 'weak:button.save')}
    testId="save-data"
    off={savesData.value}
    onClick={() => chooseToSave(!savesData.value)}
  />
);
