import { summarise, type Measurements } from '@front-door/shared/domain/connection-check.ts';
import type { DeviceState } from '@front-door/shared/protocol/report.ts';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { Tag } from './Tag.tsx';
import { SignalIcon } from './SignalIcon.tsx';

/** Before the call: how somebody gets on with the page, and whether they would rather be rung. */
export function PersonReport({ person: { phase, report, ringMe } }: { person: PersonView }) {
  if (phase !== 'arrived' && phase !== 'waiting') return null;
  const { step, devices, connection } = report ?? {};
  return (
    <span class="fd-report" data-testid="person-report">
      {ringMe && (
        <span class="fd-report__part">
          <Tag colour="orange">{t('team:report.ringMe')}</Tag> <a href={telOf(ringMe.phone)}>{ringMe.phone}</a>
        </span>
      )}
      {(step === 'details' || step === 'check') && <span class="fd-report__part">{t(`team:report.${step}`)}</span>}
      {devices && (
        <>
          <Device which="camera" state={devices.camera} />
          <Device which="microphone" state={devices.microphone} />
        </>
      )}
      {connection && <Connection measured={connection} />}
    </span>
  );
}

const Device = ({ which, state }: { which: 'camera' | 'microphone'; state: DeviceState }) => (
  <span class="fd-report__part" data-testid={`report-${which}`} data-state={state}>
    <span aria-hidden="true">{state === 'ok' ? '✓' : '✕'}</span>{' '}
    {t(`team:report.${which}`, { state: t(`team:report.device.${state}`) })}
  </span>
);

function Connection({ measured }: { measured: Measurements }) {
  const result = summarise(measured);
  return (
    <span class="fd-report__part" data-testid="report-connection" data-state={result}>
      <SignalIcon result={result} /> {t(`team:report.connection.${result}`)}
      {result !== 'blocked' && <span class="fd-report__figures"> ({figuresOf(measured).join(', ')})</span>}
    </span>
  );
}

const figuresOf = ({ udp, loss, roundTripTime, bandwidth }: Measurements): string[] => [
  t(udp ? 'team:report.udp' : 'team:report.tcp'),
  ...(roundTripTime === null ? [] : [t('team:report.roundTrip', { value: Math.round(roundTripTime) })]),
  ...(loss === null ? [] : [t('team:report.loss', { value: Math.round(loss) })]),
  ...(bandwidth === null ? [] : [t('team:report.bandwidth', { value: (bandwidth / 1e6).toFixed(1) })]),
];

/** A number as people write it, as telephones dial it. */
const telOf = (phone: string): string => `tel:${phone.replaceAll(/[^+\d]/g, '')}`;
