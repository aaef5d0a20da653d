import { languages } from '@front-door/shared/i18n/languages.ts';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { currentLanguage, t } from '../i18n/index.ts';

/** The language that somebody reads their page in, by its own name and by the one it has in ours. */
export function ReadingLanguage({ person: { report } }: { person: PersonView }) {
  const language = report?.language;
  if (language === undefined) return null;
  return (
    <span class="fd-reading-language" data-testid="reading-language">
      {t('team:language.label')} <bdi lang={language}>{languages[language].name}</bdi>
      {language !== currentLanguage() && ` (${t(`team:language.${language}`)})`}
    </span>
  );
}
