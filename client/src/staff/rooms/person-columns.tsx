import type { QualityView, WatchedPerson } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import type { Column } from '../../ui/Table.tsx';
import { PersonName } from '../PersonName.tsx';
import { PersonState } from '../PersonState.tsx';

/** What a room shows of each person. */
export const personColumns = (): Column<WatchedPerson>[] => [
  { heading: t('staff:rooms.person'), cell: (person) => <PersonName person={person} /> },
  { heading: t('staff:rooms.status'), cell: (person) => <PersonState person={person} /> },
  figure(t('staff:rooms.sends'), ({ sendBitrate }) => kilobits(sendBitrate)),
  figure(t('staff:rooms.receives'), ({ receiveBitrate }) => kilobits(receiveBitrate)),
  figure(t('staff:rooms.roundTrip'), ({ roundTripTime }) =>
    roundTripTime === null ? null : t('staff:rooms.milliseconds', { value: Math.round(roundTripTime) }),
  ),
  figure(t('staff:rooms.loss'), ({ packetLoss }) =>
    packetLoss === null ? null : t('staff:rooms.percent', { value: packetLoss.toFixed(1) }),
  ),
];

const kilobits = (bitsPerSecond: number): string =>
  t('staff:rooms.kilobits', { value: Math.round(bitsPerSecond / 1000) });

/** A column of figures, empty where nothing was measured yet. */
const figure = (heading: string, text: (quality: QualityView) => string | null): Column<WatchedPerson> => ({
  heading,
  numeric: true,
  cell: ({ quality }) => quality && text(quality),
});
