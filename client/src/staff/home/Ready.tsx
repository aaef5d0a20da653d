import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { pages } from '@front-door/shared/protocol/pages.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { useFocusOnShow } from '../../ui/focus.ts';
import { SendLink } from '../invitations/SendLink.tsx';

interface Props {
  made: HttpReply<'consultations.create'>;
  /** Whether the person may go into it. */
  canOpen: boolean;
  onAnother: () => void;
}

/** A consultation that was just made: its links, the one thing to do next first. */
export function Ready({ made, canOpen, onAnother }: Props) {
  const heading = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section class="fd-card fd-card--ready">
      <h2 class="nhsuk-heading-m" ref={heading}>
        {t('staff:home.ready')}
      </h2>
      <p>{t('staff:home.readyNext', { until: timeText(made.validUntil) })}</p>
      <CopyField
        label={t('staff:home.patientLink')}
        text={made.patientLink}
        copy={t('staff:home.copyPatientLink')}
        kind="primary"
      />
      {!canOpen && (
        <CopyField
          label={t('staff:home.clinicianLink')}
          text={made.clinicianLink}
          copy={t('staff:home.copyClinicianLink')}
        />
      )}
      <p class="nhsuk-body-s">{t('staff:home.once')}</p>
      <div class="fd-actions">
        <SendLink consultationId={made.id} />
        {canOpen && (
          <LinkButton kind="secondary" href={`${pages.clinician}/${made.id}`}>
            {t('staff:home.open')}
          </LinkButton>
        )}
        <Button kind="secondary" onClick={onAnother}>
          {t('staff:home.startAnother')}
        </Button>
      </div>
    </section>
  );
}
