/** Plays what somebody else sends, in a bare page. */
export function play(track: MediaStreamTrack): void {
  const element = document.createElement(track.kind as 'audio' | 'video');
  element.autoplay = true;
  // Browsers play what is silent without being asked.
  element.muted = track.kind === 'video';
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
}
