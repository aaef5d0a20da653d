import { t } from '../i18n/index.ts';
import { peopleInCall } from '../call/wanted.ts';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import type { RemoteTrack } from '../call/receiving.ts';
import { Button } from '../ui/Button.tsx';
import { PersonTile } from './PersonTile.tsx';
import { soundBlocked, unblockSound } from './playback.ts';
import { SelfView } from './SelfView.tsx';
import type { Visit } from './visit.ts';

/** Everybody in the call, the others large and oneself small. */
export function Stage({ visit }: { visit: Visit }) {
  const view = visit.connection.view.value;
  const people = view === null ? [] : peopleInCall(view);
  const remote = visit.media.remote.value;
  return (
    <div class="fd-stage">
      <div class={`fd-tiles fd-tiles--${layout(people)}`}>
        {people.map((person) => (
          <PersonTile key={person.visitId} person={person} tracks={tracksOf(remote, person)} />
        ))}
      </div>
      <SelfView own={visit.own} />
      {soundBlocked.value && (
        <div class="fd-stage__blocked" role="alert">
          <p>{t('room:sound.blocked')}</p>
          <Button onClick={unblockSound} testId="tap-to-hear">
            {t('room:sound.tap')}
          </Button>
        </div>
      )}
    </div>
  );
}

const tracksOf = (remote: readonly RemoteTrack[], { visitId }: PersonView) =>
  remote.filter((one) => one.visitId === visitId);

const layout = ({ length }: readonly unknown[]) => (length <= 1 ? 'one' : length === 2 ? 'two' : 'many');
