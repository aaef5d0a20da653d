import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { FeedbackList, type FeedbackEntry } from './feedback.ts';

/** How patients found their calls. */
export function FeedbackPage() {
  const list = useMemo(() => new FeedbackList(), []);
  useEffect(() => void list.more(), [list]);
  const entries = list.entries.value;
  return (
    <>
      <p>{t('staff:feedback.intro')}</p>
      <Problem action={list.action} />
      {list.lately.value && <p class="nhsuk-body-l">{latelyText(list.lately.value)}</p>}
      {entries.length > 0 && (
        <Table caption={t('staff:feedback.list')} columns={columns()} rows={entries} rowKey={({ id }) => id} />
      )}
      {!list.complete.value && (
        <Button kind="secondary" busy={list.action.busy.value} onClick={() => void list.more()}>
          {list.action.busy.value ? t('staff:frame.loading') : t('staff:feedback.more')}
        </Button>
      )}
    </>
  );
}

const latelyText = ({ count, average }: { count: number; average: number | null }): string =>
  average === null
    ? t('staff:feedback.noneLately')
    : t('staff:feedback.lately', { count, average: average.toFixed(1) });

const ratings = ['one', 'two', 'three', 'four', 'five'] as const;

const columns = (): Column<FeedbackEntry>[] => [
  { heading: t('staff:feedback.at'), cell: ({ at }) => timeText(at) },
  { heading: t('staff:feedback.rating'), cell: ({ rating }) => t(`staff:feedback.ratings.${ratings[rating - 1]!}`) },
  {
    heading: t('staff:feedback.text'),
    cell: ({ text }) => (
      <span class="fd-words" dir="auto">
        {text}
      </span>
    ),
  },
];
