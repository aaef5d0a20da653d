import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { VisitConnection } from '../../net/connection.ts';
import { announceQueue } from './announce-queue.ts';
import { queueOf } from './queue-of.ts';
import { lateText, placeText, waitText } from './queue-text.ts';

/** What matters most to whoever waits: how many are before them, how long it takes, and to stay. */
export function PlaceCard({ connection }: { connection: VisitConnection }) {
  useEffect(() => announceQueue(connection), [connection]);
  const queue = queueOf(connection);
  const view = connection.view.value;
  const isComing = view?.clinic && view.me.role === 'patient' && queue === null;
  const [place, wait, late] = [placeText(queue), waitText(queue), lateText(queue)];
  return (
    <div class="fd-place" data-testid="place-card">
      {place !== null && (
        <p class="fd-place__place" data-testid="place">
          {place}
        </p>
      )}
      {/* Nothing moves when it comes. */}
      {isComing && <p class="fd-place__place">&nbsp;</p>}
      {wait !== null && (
        <p class="fd-place__wait" data-testid="expected-wait">
          {wait}
        </p>
      )}
      {late !== null && (
        <p class="fd-place__late" data-testid="late">
          {late}
        </p>
      )}
      <p class="fd-place__stay">{t('patient:waiting.stay')}</p>
    </div>
  );
}
