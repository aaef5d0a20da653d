import { useEffect } from 'preact/hooks';
import { peopleInCall } from '../call/wanted.ts';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import type { RemoteTrack } from '../call/receiving.ts';
import { announceTroubleOfOthers } from './others-announcements.ts';
import { PersonTile } from './PersonTile.tsx';
import { SelfView } from './SelfView.tsx';
import type { Visit } from './visit.ts';

/** Everybody in the call, the others large and oneself small. */
export function Stage({ visit }: { visit: Visit }) {
  useEffect(() => announceTroubleOfOthers(visit), [visit]);
  const view = visit.connection.view.value;
  if (view === null) return null;
  const people = peopleInCall(view);
  const remote = visit.media.remote.value;
  return (
    <div class="fd-stage">
      <div class={`fd-tiles ${layout(people)}`}>
        {people.map((person) => (
          <PersonTile key={person.visitId} person={person} me={view.me} tracks={tracksOf(remote, person)} />
        ))}
      </div>
      <SelfView own={visit.own} />
    </div>
  );
}

const tracksOf = (remote: readonly RemoteTrack[], { visitId }: PersonView) =>
  remote.filter((one) => one.visitId === visitId);

const layout = ({ length }: readonly unknown[]) =>
  length <= 1 ? '' : length === 2 ? 'fd-tiles--two' : 'fd-tiles--many';
