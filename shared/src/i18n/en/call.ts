/** What both sides read in a call when something comes between them. */
export const call = {
  /** What the person reads whose own devices the system has taken away. */
  own: {
    both: 'Your camera and microphone were taken away, perhaps by a phone call. The others cannot see or hear you.',
    microphone: 'Your microphone was taken away, perhaps by a phone call. The others cannot hear you.',
    camera: 'Your camera was taken away, perhaps by another app. The others cannot see you.',
    carryOn: 'Tap to carry on',
    still: 'It is still in use. End the phone call or close the other app, then tap again.',
    over: 'You can carry on.',
  },
  /** What the others read of it. */
  interrupted: {
    hidden: 'The screen of {{name}} is off, or another app is open.',
    microphone: 'A phone call or another app has interrupted {{name}}.',
    camera: 'Something has interrupted the camera of {{name}}.',
    over: '{{name}} can carry on.',
  },
  nothing: 'Nothing comes at the moment.',
  silent: 'Nothing comes from {{name}} at the moment.',
  arrives: '{{name}} comes through again.',
} as const;
