import { useMemo } from 'preact/hooks';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { Action } from '../ui/action.ts';
import { TextButton } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Heading } from './Heading.tsx';
import { Nav } from './Nav.tsx';
import type { pageAt } from './pages.ts';
import { waitingIn } from './rooms.ts';
import { signOut } from './session.ts';
import { watch } from './watch.ts';

interface Props {
  staff: StaffView;
  page: ReturnType<typeof pageAt>;
}

/** The frame of every page for who is signed in. The window's title says how many wait, also from another tab. */
export function StaffPage({ staff, page }: Props) {
  const signingOut = useMemo(() => new Action(), []);
  const title = page?.title() ?? t('staff:frame.notFound');
  const count = waitingIn(watch.view.value?.rooms ?? []).length;
  const account = (
    <span class="fd-header__account">
      <span>{staff.name}</span>
      <TextButton onClick={() => void signingOut.run(signOut)}>{t('staff:frame.signOut')}</TextButton>
    </span>
  );
  return (
    <Page
      staff
      title={count > 0 ? t('staff:frame.waiting', { count, title }) : title}
      practice={staff.practice}
      account={account}
      nav={<Nav staff={staff} />}
    >
      <Problem action={signingOut} />
      <Heading key={title}>{title}</Heading>
      {page ? <page.Content staff={staff} /> : <p>{t('staff:frame.notFoundText')}</p>}
    </Page>
  );
}
