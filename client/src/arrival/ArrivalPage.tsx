import type { ReadonlySignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PhoneLink } from '../ui/PhoneLink.tsx';
import type { Hours, NotIn } from './arrive.ts';
import { HoursTable } from './HoursTable.tsx';

interface Props {
  shown: ReadonlySignal<NotIn>;
  onAgain: () => void;
}

/** What somebody sees at a clinic's own link who is not led on at once. */
export function ArrivalPage({ shown, onAgain }: Props) {
  const now = shown.value;
  return (
    <Page title={titleOf(now)} practice={now.is === 'closed' ? now.hours.practice : undefined}>
      <div data-testid={`arrival-${now.is}`} key={now.is}>
        <ScreenHeading>{titleOf(now)}</ScreenHeading>
        {now.is === 'trying' && <Trying because={now.because} />}
        {now.is === 'closed' && <Closed hours={now.hours} onAgain={onAgain} />}
        {now.is === 'unknown' && <p class="nhsuk-body-l">{t('arrival:unknownText')}</p>}
      </div>
    </Page>
  );
}

function titleOf(now: NotIn): string {
  switch (now.is) {
    case 'trying':
      return t('arrival:trying');
    case 'closed':
      return t('arrival:closed', { clinic: now.hours.clinicName });
    case 'unknown':
      return t('arrival:unknown');
  }
}

const Trying = ({ because }: { because: 'offline' | 'busy' | null }) => (
  <div role="status">
    {because !== null && (
      <Notice kind="warning">
        <p>{t(`arrival:${because}`)}</p>
        <p>{t('arrival:byItself')}</p>
      </Notice>
    )}
  </div>
);

const Closed = ({ hours: { hours, practice }, onAgain }: { hours: Hours; onAgain: () => void }) => (
  <>
    <HoursTable hours={hours} />
    <p class="nhsuk-body-l">
      {practice.phone === null ? (
        t('arrival:comeBack')
      ) : (
        <>
          {t('arrival:comeBackOr', { practice: practice.name })} <PhoneLink phone={practice.phone} />
        </>
      )}
    </p>
    <Button kind="secondary" onClick={onAgain} testId="arrive-again">
      {t('arrival:again')}
    </Button>
  </>
);
