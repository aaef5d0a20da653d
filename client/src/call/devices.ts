import type { DeviceProblem } from './device-problem.ts';
import { deviceProblem } from './device-problem.ts';
import { preferredDevice } from './preferred-devices.ts';

/** A microphone's or a camera's track, or why there is none. */
export type Opened = { track: MediaStreamTrack; problem: null } | { track: null; problem: DeviceProblem };

const sound: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const picture: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 24, max: 30 },
};

type Wanted = { audio?: true; video?: true };

/**
 * Asks for microphone and camera in one question; what one of them lacks does not cost the person the other. Asks
 * again one by one only where the answer can be another than before.
 */
export async function openDevices(): Promise<{ microphone: Opened; camera: Opened }> {
  try {
    const stream = await getUserMedia({ audio: true, video: true });
    return { microphone: first(stream.getAudioTracks()), camera: first(stream.getVideoTracks()) };
  } catch {
    return { microphone: await openMicrophone(), camera: await openCamera() };
  }
}

export const openMicrophone = (): Promise<Opened> =>
  open(async () => (await getUserMedia({ audio: true })).getAudioTracks());

export const openCamera = (): Promise<Opened> =>
  open(async () => (await getUserMedia({ video: true })).getVideoTracks());

async function open(tracks: () => Promise<MediaStreamTrack[]>): Promise<Opened> {
  try {
    return first(await tracks());
  } catch (error) {
    return { track: null, problem: deviceProblem(error) };
  }
}

const first = ([track]: MediaStreamTrack[]): Opened =>
  track === undefined ? { track: null, problem: 'not_found' } : { track, problem: null };

/**
 * The devices the person chose, if they are still there; else what the browser chooses, of cameras one that looks at
 * the person. Browsers hide `mediaDevices` altogether from pages without https.
 */
async function getUserMedia(wanted: Wanted): Promise<MediaStream> {
  const { mediaDevices } = navigator;
  try {
    return await mediaDevices.getUserMedia(constraintsFor(wanted, preferredDevice));
  } catch (error) {
    // A mere wish for a device is not heard by every browser; what is demanded can be unplugged by now.
    if (!(error instanceof Error && error.name === 'OverconstrainedError')) throw error;
    return mediaDevices.getUserMedia(constraintsFor(wanted, () => null));
  }
}

function constraintsFor({ audio, video }: Wanted, chosen: typeof preferredDevice): MediaStreamConstraints {
  const microphone = chosen('audioinput');
  const camera = chosen('videoinput');
  return {
    ...(audio && { audio: { ...sound, ...(microphone !== null && { deviceId: { exact: microphone } }) } }),
    ...(video && {
      video: { ...picture, ...(camera === null ? { facingMode: 'user' } : { deviceId: { exact: camera } }) },
    }),
  };
}
