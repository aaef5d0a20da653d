import type { WatchedClinic } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { watch } from '../watch.ts';

/** Tells everybody who waits in a clinic by how much it runs late, null for on time again; and what to say then. */
export const runLate = ({ id, name }: WatchedClinic, minutes: number | null): [() => Promise<void>, () => string] => [
  () => watch.desk('clinic:late', { clinicId: id, minutes }),
  () =>
    minutes === null
      ? t('waiting:result.onTime', { clinic: name })
      : t('waiting:result.late', { clinic: name, count: minutes }),
];
