import { t } from '../../i18n/index.ts';
import { TextButton } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { alerts } from './alerts.ts';

/** By what somebody wants to be told of arrivals; at first by nothing. */
export function AlertChoices() {
  const sound = alerts.sound.value;
  const notification = alerts.notification.value;
  return (
    <Details summary={t('waiting:alerts.title')}>
      <p>{t('waiting:alerts.intro')}</p>
      <TextButton onClick={() => alerts.switchSound()}>
        {sound ? t('waiting:alerts.soundOff') : t('waiting:alerts.soundOn')}
      </TextButton>
      <p class="fd-alert__state" role="status">
        {sound && (alerts.chime.isReady.value ? t('waiting:alerts.soundIsOn') : t('waiting:alerts.soundNeedsTap'))}
      </p>
      <TextButton onClick={() => void alerts.switchNotification()}>
        {notification ? t('waiting:alerts.notifyOff') : t('waiting:alerts.notifyOn')}
      </TextButton>
      <p class="fd-alert__state" role="status">
        {notification && t('waiting:alerts.notifyIsOn')}
        {alerts.isRefused.value && t('waiting:alerts.notifyRefused')}
      </p>
    </Details>
  );
}
