import { languages, type Language } from '@front-door/shared/i18n/languages.ts';
import { useId } from 'preact/hooks';
import { chooseLanguage, offeredLanguages } from '../i18n/choice.ts';
import { currentLanguage, t } from '../i18n/index.ts';
import { Action } from './action.ts';
import { TextButton } from './Button.tsx';
import { Problem } from './Problem.tsx';

const changing = new Action();
const change = (language: Language) => changing.run(() => chooseLanguage(language));

/** The page's languages, each in its own words: for who cannot read the one it is in. */
export function LanguageSelect() {
  const id = useId();
  return (
    <span class="fd-language">
      <label for={id}>
        <GlobeIcon />
        <span class="nhsuk-u-visually-hidden">{t('page.language')}</span>
      </label>
      <select
        id={id}
        data-testid="language"
        value={currentLanguage()}
        onChange={async ({ currentTarget: select }) => {
          await change(select.value as Language);
          // What could not be fetched is not what the page is in.
          select.value = currentLanguage();
        }}
      >
        {offeredLanguages().map((code) => (
          <option key={code} value={code} lang={code} dir={languages[code].direction}>
            {languages[code].name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Where there are two languages: the way to the other one. */
export const LanguageSwitch = () => (
  <>
    {offeredLanguages()
      .filter((code) => code !== currentLanguage())
      .map((code) => (
        <span key={code} lang={code}>
          <TextButton onClick={() => void change(code)} testId="language">
            {languages[code].name}
          </TextButton>
        </span>
      ))}
  </>
);

/** Says when the other language could not be had. */
export const LanguageProblem = () => <Problem action={changing} />;

const GlobeIcon = () => (
  <svg class="fd-language__icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="9" />
    <path d="M3 12 h18 M12 3 c5.5 5.5 5.5 12.5 0 18 c-5.5 -5.5 -5.5 -12.5 0 -18" />
  </svg>
);
