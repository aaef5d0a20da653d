/** What clinicians read inside a consultation. Short: it is read while talking. */
export const clinician = {
  title: 'Video consultation',
  titleOf: 'Video consultation – {{clinician}}',
  tab: {
    nobody: 'Nobody here yet',
    waiting: '({{count}}) waiting',
    call: 'In call',
    reconnecting: 'Reconnecting…',
  },
  queue: {
    title: 'Waiting room',
    nobody: 'Nobody is waiting. You will see here when somebody opens the patient’s link.',
    nobodyElse: 'Nobody else is waiting.',
    nameless: 'Details not given yet',
    guest: 'guest',
    since: 'Here since {{time}}, for',
    away: 'Lost the connection at {{time}}. Their place is kept.',
    gone: 'They can come back by their link.',
    admit: 'Admit',
    admitWhom: 'Admit {{name}}',
  },
  admit: {
    title: 'Let {{name}} in?',
    text: 'You will see and hear each other at once. Check by voice that it is the right person.',
    guestText: 'They join as another person on the patient’s side. Everybody in the call will see and hear them.',
    confirm: 'Let {{name}} in',
  },
  people: {
    title: 'In the call',
    you: '{{name}} (you)',
    muted: 'Muted',
    cameraOff: 'Camera off',
    remove: 'Remove',
    removeWhom: 'Remove {{name}}',
  },
  remove: {
    title: 'Remove {{name}}?',
    text: 'They cannot come back, and the link they used no longer lets anybody in. Whoever is in the call already stays.',
    confirm: 'Remove {{name}}',
  },
  end: {
    button: 'End for everybody',
    lobby: 'End this consultation',
    title: 'End the consultation for everybody?',
    text: 'Everybody is disconnected, and the links no longer work.',
    confirm: 'End for everybody',
  },
  devices: {
    title: 'Your camera and microphone',
    private: 'Nobody sees or hears you until you let somebody in.',
  },
  news: {
    arrived: 'Somebody has opened the patient’s link.',
    waiting: '{{name}} is waiting.',
    joined: '{{name}} is in the call.',
    dropped: '{{name}} has lost the connection.',
    returned: '{{name}} is back.',
    left: '{{name}} has left.',
    muted: '{{name}} has muted the microphone.',
    unmuted: '{{name}} can be heard again.',
    cameraOff: '{{name}} has switched the camera off.',
    cameraOn: '{{name}} has switched the camera on.',
  },
  toConsultations: 'Back to your consultations',
  over: {
    consultation_ended: {
      title: 'The consultation has ended',
      text: 'Everybody is disconnected and the links no longer work. You can close this page.',
    },
    taken_over: {
      title: 'You carried on somewhere else',
      text: 'This consultation was opened on another device or in another window.',
      again: 'Go on here',
    },
    visit_removed: {
      title: 'You were taken out of the consultation',
      text: 'Another clinician has removed you.',
    },
    not_signed_in: {
      title: 'You are signed out',
      text: 'Sign in, then open the consultation again.',
      signIn: 'Go to sign in',
    },
    forbidden: {
      title: 'This consultation is not open to you',
      text: 'Only clinicians of the practice can enter it.',
    },
    link_unknown: {
      title: 'This link does not work',
      text: 'Check that you have the whole link, or ask for a new one.',
    },
    link_expired: {
      title: 'This link is too old',
      text: 'Start a new consultation, or ask for a new link.',
    },
    link_revoked: {
      title: 'This link was cancelled',
      text: 'Ask for a new one.',
    },
    link_not_yet_valid: {
      title: 'It is too early for this link',
      text: 'Open it again at the time of the appointment.',
      again: 'Try again',
    },
    other: {
      title: 'We cannot open this consultation',
      text: 'Open it again from the staff page or by its link.',
      again: 'Try again',
    },
  },
} as const;
