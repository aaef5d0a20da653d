import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Footer, StaffFooter } from './Footer.tsx';
import { focusLink } from './focus.ts';
import { LanguageProblem, LanguageSelect } from './LanguageChoice.tsx';
import { LiveStatus } from './live-status.tsx';

/** What every page says of the practice: its name above, and whom to phone below. */
export interface PracticeName {
  name: string;
  phone?: string | null;
}

interface Props {
  /** The page's title, in the window's title before the site's name. */
  title: string;
  /** The practice, as soon as it is known; until then the product's name stands in its place. */
  practice?: PracticeName | undefined;
  /** At the end of the header: who is signed in. */
  account?: ComponentChildren;
  /** Below the header: the way between pages. */
  nav?: ComponentChildren;
  /** For staff, who need not be told whom to phone, and have fewer languages. */
  staff?: boolean;
  /** A call needs the whole window; everything else is readable in a column. */
  wide?: boolean;
  children: ComponentChildren;
}

/** The frame of every page: skip link, header, main, help for patients, and the live regions. */
export function Page({ title, practice, account, nav, staff = false, wide = false, children }: Props) {
  const site = practice?.name ?? t('product');
  useEffect(() => {
    document.title = t('page.title', { title, site });
  }, [title, site]);
  return (
    <>
      <a class="nhsuk-skip-link" {...focusLink('maincontent')}>
        {t('page.skip')}
      </a>
      <header class="fd-header">
        <div class="nhsuk-width-container fd-header__row">
          <bdi class="fd-header__name">{site}</bdi>
          {staff ? account : <LanguageSelect />}
        </div>
      </header>
      {nav}
      <div class={wide ? 'fd-content fd-content--wide' : 'fd-content nhsuk-width-container'}>
        <main class="nhsuk-main-wrapper" id="maincontent">
          <LanguageProblem />
          {children}
        </main>
      </div>
      <LiveStatus />
      {staff ? <StaffFooter /> : <Footer practice={practice} />}
    </>
  );
}
