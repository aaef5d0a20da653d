import type { DeviceProblem } from './device-problem.ts';
import { deviceProblem } from './device-problem.ts';

/** A microphone's or a camera's track, or why there is none. */
export type Opened = { track: MediaStreamTrack; problem: null } | { track: null; problem: DeviceProblem };

const audio: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const video: MediaTrackConstraints = {
  facingMode: 'user',
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 24, max: 30 },
};

/**
 * Asks for microphone and camera in one question; what one of them lacks does not cost the person the other. Asks
 * again one by one only where the answer can be another than before.
 */
export async function openDevices(): Promise<{ microphone: Opened; camera: Opened }> {
  try {
    const stream = await getUserMedia({ audio, video });
    return { microphone: first(stream.getAudioTracks()), camera: first(stream.getVideoTracks()) };
  } catch {
    return { microphone: await openMicrophone(), camera: await openCamera() };
  }
}

export const openMicrophone = (): Promise<Opened> => open(async () => (await getUserMedia({ audio })).getAudioTracks());

export const openCamera = (): Promise<Opened> => open(async () => (await getUserMedia({ video })).getVideoTracks());

async function open(tracks: () => Promise<MediaStreamTrack[]>): Promise<Opened> {
  try {
    return first(await tracks());
  } catch (error) {
    return { track: null, problem: deviceProblem(error) };
  }
}

const first = ([track]: MediaStreamTrack[]): Opened =>
  track === undefined ? { track: null, problem: 'not_found' } : { track, problem: null };

/** Browsers hide `mediaDevices` altogether from pages without https. */
const getUserMedia = async (constraints: MediaStreamConstraints): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia(constraints);
