import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { pagesFor } from './pages.ts';
import { navigate, place } from './router.ts';

/** Only a plain click stays in this page; with a key held down the browser opens a window as for any link. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

export const Nav = ({ staff }: { staff: StaffView }) => (
  <nav class="fd-nav" aria-label={t('page.nav')}>
    <div class="nhsuk-width-container">
      <ul class="fd-nav__list">
        {pagesFor(staff).map(({ path, title }) => (
          <li key={path}>
            <a
              class="fd-nav__link"
              href={path}
              aria-current={place.value.path === path ? 'page' : undefined}
              onClick={(event) => {
                if (!isPlain(event)) return;
                event.preventDefault();
                navigate(path);
              }}
            >
              {title()}
            </a>
          </li>
        ))}
      </ul>
    </div>
  </nav>
);
