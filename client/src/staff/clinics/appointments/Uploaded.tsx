import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFocusOnShow } from '../../../ui/focus.ts';
import { Download } from './Download.tsx';
import { listWithLinks } from './lists.ts';
import type { UploadForm } from './upload-form.ts';

interface Props {
  made: NonNullable<UploadForm['made']['value']>;
  onAnother: () => void;
}

/** What came of a list that was taken. */
export function Uploaded({ made, onAnother }: Props) {
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const { appointments, text } = made;
  return (
    <section class="fd-card fd-card--ready">
      <h3 class="nhsuk-heading-s" ref={heading}>
        {t('clinics:upload.made', { count: appointments.length })}
      </h3>
      <p>{t('clinics:upload.linksNow')}</p>
      <p>
        <Download
          text={listWithLinks(text, appointments, t('clinics:upload.linkColumn'))}
          name={t('clinics:upload.linksName')}
        >
          {t('clinics:upload.links')}
        </Download>
      </p>
      <Button kind="secondary" onClick={onAnother}>
        {t('clinics:upload.another')}
      </Button>
    </section>
  );
}
