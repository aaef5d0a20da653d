import { useSignal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { Details } from '../../ui/Details.tsx';
import { lazy } from '../../ui/lazy.tsx';

const QrCode = lazy(async () => (await import('../../ui/QrCode.tsx')).QrCode);

interface Props {
  summary: string;
  link: string;
  onToggle?: (open: boolean) => void;
}

/** The link for the camera of another device; drawn when it is asked for. */
export function OtherDevice({ summary, link, onToggle }: Props) {
  const open = useSignal(false);
  const toggle = (isOpen: boolean) => {
    open.value = isOpen;
    onToggle?.(isOpen);
  };
  return (
    <div data-testid="other-device">
      <Details summary={summary} onToggle={toggle}>
        <p>{t('later:browser.device.how')}</p>
        {open.value && <QrCode text={link} label={t('later:browser.device.code')} />}
      </Details>
    </div>
  );
}
