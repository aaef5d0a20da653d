import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button, TextButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Table } from '../../ui/Table.tsx';
import { navigate, place } from '../router.ts';
import { Trail } from './trail.ts';
import { trailColumns } from './trail-columns.tsx';

/** Who did what, when, by which link. `?consultation=ID` narrows it down to one consultation. */
export function TrailPage() {
  const consultationId = new URLSearchParams(place.value.query).get('consultation');
  const trail = useMemo(() => new Trail(consultationId), [consultationId]);
  useEffect(() => void trail.more(), [trail]);
  const entries = trail.entries.value;
  const show = (id: string | null) => navigate(id === null ? place.value.path : `?consultation=${id}`);
  return (
    <>
      <p>{t('staff:trail.intro')}</p>
      {consultationId !== null && (
        <Notice>
          <p>{t('staff:trail.one')}</p>
          <TextButton onClick={() => show(null)}>{t('staff:trail.all')}</TextButton>
        </Notice>
      )}
      <Problem action={trail.action} />
      {entries.length > 0 && (
        <Table
          caption={t('staff:trail.list')}
          columns={trailColumns(consultationId === null ? show : null)}
          rows={entries}
          rowKey={({ number }) => number}
        />
      )}
      {entries.length === 0 && trail.complete.value && <p>{t('staff:trail.none')}</p>}
      {!trail.complete.value && (
        <Button kind="secondary" busy={trail.action.busy.value} onClick={() => void trail.more()}>
          {trail.action.busy.value ? t('staff:frame.loading') : t('staff:trail.more')}
        </Button>
      )}
    </>
  );
}
