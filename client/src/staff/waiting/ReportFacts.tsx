import { summarise } from '@front-door/shared/domain/connection-check.ts';
import type { DeviceState, VisitReport } from '@front-door/shared/protocol/report.ts';
import { t } from '../../i18n/index.ts';
import { SignalIcon } from '../../team/SignalIcon.tsx';

/** How somebody's devices and connection fare, in plain words; nothing before it is known. */
export function ReportFacts({ report }: { report: VisitReport | null }) {
  const { devices, connection } = report ?? {};
  const result = connection && summarise(connection);
  return (
    <>
      {devices && (
        <li class="fd-facts__one" data-testid="row-devices">
          {devicesText(devices)}
        </li>
      )}
      {result && (
        <li class="fd-facts__one" data-testid="row-connection">
          <SignalIcon result={result} /> {t(`team:report.connection.${result}`)}
        </li>
      )}
    </>
  );
}

/** What works needs few words; what does not has its own. */
function devicesText({ camera, microphone }: { camera: DeviceState; microphone: DeviceState }): string {
  if (camera === 'ok' && microphone === 'ok') return t('waiting:row.devicesWork');
  return [
    t('team:report.camera', { state: t(`team:report.device.${camera}`) }),
    t('team:report.microphone', { state: t(`team:report.device.${microphone}`) }),
  ].join(t('comma'));
}
