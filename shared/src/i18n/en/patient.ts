/** What patients and guests read. Short words; one thing to do at a time. */
export const patient = {
  who: 'your clinician',
  details: {
    title: 'Your details',
    arrived: 'You have arrived. {{practice}} can see that you are here.',
    name: 'Your full name',
    nameHint: 'So that your practice knows who you are',
    nameMissing: 'Enter your name',
    agreementTitle: 'Before you go on',
    agree: 'I have read this and I agree',
    agreeMissing: 'Tick the box to show that you agree',
    submit: 'Continue',
  },
  devices: {
    title: 'Camera and microphone',
    why: 'So that {{clinician}} can see and hear you, your browser will ask to use your camera and microphone. Choose “Allow”.',
    nothingYet: 'Nothing leaves your device until you are let in.',
    turnOn: 'Turn on camera and microphone',
    without: 'Go on without them',
    waiting: 'You are already in the queue.',
    asking: 'Your browser is asking. Choose “Allow”.',
  },
  waiting: {
    title: 'You are in the right place',
    tab: 'Waiting – please stay',
    who: '{{clinician}} will see you.',
    whoUnknown: 'Your clinician will see you.',
    arrived: 'You arrived at {{time}}.',
    stay: 'Stay on this page. They will let you in.',
    checkDevices: 'Check your camera and microphone',
    private: 'Only you can see this. Nothing leaves your device until you are let in.',
    name: 'Your name: {{name}}',
    correct: 'Change name',
    connected: 'Connected',
  },
  /** What staff send with one tap, by its template. */
  message: {
    soon: 'We will be with you soon.',
    few_minutes: 'It will be a few minutes more. Thank you for waiting.',
    running_late: 'We are running late. We are sorry to keep you waiting.',
    still_there: 'Are you still there?',
    we_will_ring: 'We will phone you instead. Keep your phone near you.',
  },
  check: {
    title: 'Check camera, sound and connection',
    open: 'Check again',
    close: 'Close the check',
    goOn: 'Go on',
  },
  reconnecting: {
    tab: 'Reconnecting…',
    keepPlace: 'You keep your place in the queue.',
  },
  call: {
    tab: 'In your consultation',
    letIn: 'You have been let in.',
  },
  inUse: 'Your link is already open',
  overTab: 'Goodbye',
  /** Why the page advises to change the browser. */
  browser: {
    inApp: 'Open this in your own browser',
    cannotCall: 'You need another browser',
  },
} as const;
