import { t } from '../i18n/index.ts';

interface Props {
  practice: { name: string; phone?: string | null } | undefined;
}

/** Help, always in the same place: the practice's telephone, when it is known. */
export const Footer = ({ practice }: Props) => (
  <footer class="fd-footer">
    <div class="nhsuk-width-container">
      {practice?.phone && (
        <p>
          {t('page.phone', { practice: practice.name })}{' '}
          <a href={`tel:${practice.phone.replace(/[^+\d]/g, '')}`}>{practice.phone}</a>
        </p>
      )}
      <p>{t('page.emergency')}</p>
    </div>
  </footer>
);
