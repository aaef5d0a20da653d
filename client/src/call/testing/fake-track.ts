/** What of a browser's track this folder uses. */
export function fakeTrack(device: 'microphone' | 'camera'): MediaStreamTrack {
  const track = Object.assign(new EventTarget(), {
    id: `${device}-track`,
    kind: device === 'microphone' ? 'audio' : 'video',
    readyState: 'live',
    enabled: true,
    muted: false,
    getSettings: () => ({}),
    stop: () => {
      track.readyState = 'ended';
    },
  });
  return track as unknown as MediaStreamTrack;
}
