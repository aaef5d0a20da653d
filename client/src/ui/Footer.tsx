import { t } from '../i18n/index.ts';
import { LanguageSwitch } from './LanguageChoice.tsx';

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
          <a href={`tel:${practice.phone.replace(/[^+\d]/g, '')}`} dir="ltr">
            {practice.phone}
          </a>
        </p>
      )}
      <p>{t('page.emergency')}</p>
    </div>
  </footer>
);

/** Staff help themselves; they find their other language here. */
export const StaffFooter = () => (
  <footer class="fd-footer">
    <div class="nhsuk-width-container">
      <LanguageSwitch />
    </div>
  </footer>
);
