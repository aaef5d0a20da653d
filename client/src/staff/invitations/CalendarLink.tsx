import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';

/** A file for calendars, to save and pass on. */
export function CalendarLink({ file }: { file: string }) {
  const url = useMemo(() => URL.createObjectURL(new Blob([file], { type: 'text/calendar' })), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <p>
      <a href={url} download="appointment.ics">
        {t('staff:invite.calendar')}
      </a>
    </p>
  );
}
