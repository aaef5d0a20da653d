import { useEffect } from 'preact/hooks';
import { pages } from '@front-door/shared/protocol/pages.ts';
import { StaffLinkPage } from './link/StaffLinkPage.tsx';
import { pageAt } from './pages.ts';
import { Recalling } from './Recalling.tsx';
import { place } from './router.ts';
import { recallSession, session } from './session.ts';
import { SignInPage } from './SignInPage.tsx';
import { StaffPage } from './StaffPage.tsx';

/** The staff's page: what the address names, for who is signed in. */
export const App = () =>
  place.value.path === pages.staffLink ? <StaffLinkPage key={place.value.hash} /> : <SignedInOnly />;

function SignedInOnly() {
  useEffect(() => {
    if (session.value.is === 'unknown') void recallSession();
  }, []);
  const now = session.value;
  switch (now.is) {
    case 'signed_out':
      return <SignInPage because={now.because} />;
    case 'signed_in':
      return <StaffPage staff={now.staff} page={pageAt(place.value.path, now.staff)} />;
    case 'unknown':
      return <Recalling problem={now.problem} />;
  }
}
