/** What both sides of a consultation read: in the waiting room, in the call, and about their devices. */
export const room = {
  self: {
    label: 'You, as others will see you',
    you: 'You',
    cameraOff: 'Camera off',
    noCamera: 'No camera',
    muted: 'Muted',
    opening: 'Starting…',
    noMicrophone: 'Not heard',
  },
  controls: {
    label: 'Your microphone and camera',
    mute: 'Mute',
    unmute: 'Unmute',
    cameraOff: 'Stop camera',
    cameraOn: 'Start camera',
  },
  person: {
    muted: '{{name}} is muted',
    cameraOff: 'The camera is off',
    dropped: 'The connection is lost. They can come back by themselves.',
    coming: 'Connecting…',
    picture: 'Picture of {{name}}',
  },
  sound: {
    blocked: 'Your browser is holding back the sound.',
    tap: 'Tap to hear',
  },
  connection: {
    reconnecting: 'Connection lost. We are getting you back. Stay on this page.',
    back: 'You are connected again.',
    failing: 'Sound and picture do not get through. We are trying to get them back.',
    flowing: 'Sound and picture are back.',
    connecting: 'Connecting…',
    slow: 'This takes longer than usual. We keep trying.',
    unavailable: 'Our system is held up just now.',
    restarting: 'Our system is about to restart. Nobody new can come in for a few minutes.',
    byItself: 'You need do nothing: this page tries again by itself. Keep it open.',
    restartSoon: 'Our system will restart soon. You keep your place, and this page comes back by itself. Stay here.',
    restartBy:
      'Our system will restart at {{time}} at the latest. You can talk until then. The call comes back by itself afterwards.',
  },
  devices: {
    retry: 'Try again',
    both: {
      refused: 'Your browser was told not to use your camera and microphone.',
      not_found: 'We cannot find a camera or a microphone on this device.',
      in_use: 'Another program is using your camera and microphone. Close it, then try again.',
      interrupted: 'Your camera and microphone were taken away, perhaps by a phone call.',
      other: 'Your camera and microphone do not start.',
    },
    microphone: {
      refused: 'Your browser was told not to use the microphone.',
      not_found: 'We cannot find a microphone on this device.',
      in_use: 'Another program is using your microphone. Close it, then try again.',
      interrupted: 'Your microphone was taken away, perhaps by a phone call.',
      other: 'Your microphone does not start.',
    },
    camera: {
      refused: 'Your browser was told not to use the camera.',
      not_found: 'We cannot find a camera on this device.',
      in_use: 'Another program is using your camera. Close it, then try again.',
      interrupted: 'Your camera was taken away, perhaps by another program.',
      other: 'Your camera does not start.',
    },
    allow:
      'Tap the sign next to the web address at the top of your browser, allow the microphone and camera, then try again.',
  },
  insecure: {
    title: 'This address is not secure',
    text: 'Browsers allow camera and microphone only on secure addresses, which begin with https. Ask your practice for the right link.',
  },
} as const;
