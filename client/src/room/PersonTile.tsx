import { useSignal } from '@preact/signals';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import type { RemoteTrack } from '../call/receiving.ts';
import { elapsed } from '../ui/clock.ts';
import { CameraIcon, MicrophoneIcon, PersonIcon } from './icons.tsx';
import { nameOf } from './names.ts';
import { Video, Voice } from './Stream.tsx';

interface Props {
  person: PersonView;
  tracks: readonly RemoteTrack[];
}

/** Somebody else in the call: picture and voice, or why there is none. */
export function PersonTile({ person, tracks }: Props) {
  const camera = tracks.find(({ source }) => source === 'camera');
  const microphone = tracks.find(({ source }) => source === 'microphone');
  const name = nameOf(person);
  const seen = useSignal<MediaStreamTrack | null>(null);
  const state = tileState(person, camera, seen.value);
  const muted = microphone ? microphone.paused : hasSettled(person);
  return (
    <div class="fd-tile" data-testid="person-tile" data-visit-id={person.visitId} data-state={state}>
      <Video
        track={camera?.track ?? null}
        label={t('room:person.picture', { name })}
        testId="remote-video"
        visitId={person.visitId}
        onPicture={() => (seen.value = camera?.track ?? null)}
      />
      {microphone && <Voice track={microphone.track} visitId={person.visitId} />}
      {state !== 'seen' && (
        <p class="fd-tile__cover">
          {state === 'cameraOff' ? <CameraIcon off /> : <PersonIcon />}
          {t(`room:person.${state}`)}
        </p>
      )}
      <p class="fd-caption" data-testid={muted ? 'person-muted' : 'person-heard'}>
        {muted && <MicrophoneIcon off />}
        {muted ? t('room:person.muted', { name }) : name}
      </p>
    </div>
  );
}

type TileState = 'seen' | 'cameraOff' | 'dropped' | 'coming';

function tileState(person: PersonView, camera: RemoteTrack | undefined, seen: MediaStreamTrack | null): TileState {
  if (person.droppedAt !== null) return 'dropped';
  if (camera ? camera.paused : !person.camera && hasSettled(person)) return 'cameraOff';
  return camera && camera.track === seen ? 'seen' : 'coming';
}

/** Long enough in the call that what is not there yet is not on its way either. */
const hasSettled = ({ joinedAt, droppedAt }: PersonView): boolean =>
  joinedAt !== null && droppedAt === null && elapsed(joinedAt, 'second') > 4_000;
