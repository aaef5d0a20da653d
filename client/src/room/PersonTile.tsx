import { useSignal } from '@preact/signals';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import type { RemoteTrack } from '../call/receiving.ts';
import { elapsed } from '../ui/clock.ts';
import { arrivalOf, isPictureOff } from './arrival.ts';
import { CameraIcon, MicrophoneIcon, PersonIcon, WeakIcon } from './icons.tsx';
import { nameOf } from './names.ts';
import { Video } from './Video.tsx';
import { Voice } from './Voice.tsx';

interface Props {
  person: PersonView;
  me: PersonView;
  tracks: readonly RemoteTrack[];
}

/** Somebody else in the call: picture and voice, or why there is none. */
export function PersonTile({ person, me, tracks }: Props) {
  const camera = tracks.find(({ source }) => source === 'camera');
  const microphone = tracks.find(({ source }) => source === 'microphone');
  const name = nameOf(person);
  const seen = useSignal<MediaStreamTrack | null>(null);
  const state = tileState(person, me, tracks, seen.value);
  const isSeen = camera !== undefined && camera.track === seen.value;
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
      {state === 'still' ? (
        <p class={isSeen ? 'fd-tile__cover fd-tile__cover--still' : 'fd-tile__cover'}>
          <WeakIcon />
          {t(me.picture.receives === 'off' ? 'weak:still.mine' : 'weak:still.theirs')}
        </p>
      ) : (
        state !== 'seen' && (
          <p class="fd-tile__cover">
            {state === 'cameraOff' ? <CameraIcon off /> : <PersonIcon />}
            {state === 'silent' ? t('call:nothing') : t(`room:person.${state}`)}
          </p>
        )
      )}
      <p class="fd-caption" data-testid={muted ? 'person-muted' : 'person-heard'}>
        {muted && <MicrophoneIcon off />}
        {muted ? t('room:person.muted', { name }) : name}
        {isWeak(person) && state !== 'silent' && (
          <span class="fd-caption__weak">
            <WeakIcon />
            {t('weak:mark')}
          </span>
        )}
        {person.droppedAt !== null && state !== 'dropped' && (
          <span class="fd-caption__more" data-testid="person-dropped">
            {t('room:person.dropped')}
          </span>
        )}
        {person.interruption && (
          <span class="fd-caption__more" data-testid="person-interrupted">
            {t(`call:interrupted.${person.interruption}`, { name })}
          </span>
        )}
      </p>
    </div>
  );
}

type TileState = 'seen' | 'still' | 'cameraOff' | 'dropped' | 'silent' | 'coming';

function tileState(
  person: PersonView,
  me: PersonView,
  tracks: readonly RemoteTrack[],
  seen: MediaStreamTrack | null,
): TileState {
  const camera = tracks.find(({ source }) => source === 'camera');
  const arrival = arrivalOf(tracks, isPictureOff(person, me));
  // Whose connection to the server is lost may still be seen and heard for a while.
  if (person.droppedAt !== null && arrival !== 'something') return 'dropped';
  if (arrival === 'nothing') return 'silent';
  if (camera ? camera.paused : !person.camera && hasSettled(person)) return 'cameraOff';
  if (camera && isPictureOff(person, me)) return 'still';
  return camera && camera.track === seen ? 'seen' : 'coming';
}

/** Of somebody who saves data, small pictures say nothing of the connection. */
const isWeak = ({ picture: { sends, receives, savesData } }: PersonView): boolean =>
  [sends, receives].some((level) => level === 'off' || (level === 'slow' && !savesData));

/** Long enough in the call that what is not there yet is not on its way either. */
const hasSettled = ({ joinedAt, droppedAt }: PersonView): boolean =>
  joinedAt !== null && droppedAt === null && elapsed(joinedAt, 'second') > 4_000;
