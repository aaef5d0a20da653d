import { t } from '../i18n/index.ts';
import { LanguageSwitch } from './LanguageChoice.tsx';
import { PhoneLink } from './PhoneLink.tsx';

interface Props {
  practice: { name: string; phone?: string | null } | undefined;
}

/** Help, always in the same place: the practice's telephone, when it is known. */
export const Footer = ({ practice }: Props) => (
  <footer class="fd-footer">
    <div class="nhsuk-width-container">
      {practice?.phone && (
        <p>
          {t('page.phone', { practice: practice.name })} <PhoneLink phone={practice.phone} />
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
