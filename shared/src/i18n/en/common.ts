import type { ErrorCode } from '../../errors.ts';

/** A problem the page notices by itself: no answer came. */
export type Problem = ErrorCode | 'offline';

/** What to tell a person for every way a request can fail: what happened, and what to do next. */
const errors = {
  bad_request: 'Something in the form is not right. Check it and try again.',
  payload_too_large: 'That is too large to send. Make it smaller and try again.',
  not_signed_in: 'You are signed out. Sign in and try again.',
  sign_in_failed: 'The email address or the password is not right. Check both and try again.',
  forbidden: 'You are not allowed to do this. Ask an admin of your practice.',
  not_found: 'This is not here any more. Reload the page.',
  method_not_allowed: 'This page is out of date. Reload it and try again.',
  too_many_requests: 'That was too many times in a row. Try again in {{wait}}.',

  link_unknown: 'This link does not work. Check that you have the whole link, or ask your practice for a new one.',
  link_not_yet_valid: 'It is too early for this link. Open it again at the time of your appointment.',
  link_expired: 'This link is too old. Ask your practice for a new one.',
  link_revoked: 'This link was cancelled. Ask your practice for a new one.',
  link_in_use: 'This link is already open on another device.',

  token_invalid: 'The connection did not work. Reload the page.',
  token_expired: 'Connecting took too long. Reload the page.',
  token_used: 'The connection did not work. Reload the page.',
  resume_invalid: 'You are no longer connected. Open your link again.',

  wrong_state: 'That is not possible just now. Look at the page again and retry.',
  not_admitted: 'You have not been let in yet. Please wait.',
  name_changed: 'The person has changed their name. Check the new name first.',
  person_away: 'The person is not connected just now. Wait until they are back.',
  visit_removed: 'You were taken out of this consultation. Phone your practice if you still need help.',
  visit_left: 'You left. Open your link again to come back.',
  consultation_ended: 'This consultation has ended.',
  consultation_full: 'There is no room for another person in this consultation. Phone your practice.',
  taken_over: 'This was opened on another device or in another window. Carry on there.',

  email_taken: 'There is already an account with this email address. Sign in with it, or use another address.',
  own_account: 'You cannot do this to your own account. Ask another admin.',

  unavailable: 'Our system is held up just now. What you had before is safe. Wait a moment, then try again.',
  restarting: 'Our system is about to restart. Nobody new can come in for a few minutes. Try again then.',
  media_unavailable: 'Video is not working on our side just now. Wait a moment and try again.',
  internal: 'Something went wrong on our side. Try again. If it goes on, quote this number: {{id}}',

  offline: 'We cannot reach Front Door. Check your internet connection and try again.',
} as const satisfies Record<Problem, string>;

export const common = {
  product: 'Front Door',
  page: {
    title: '{{title}} – {{site}}',
    skip: 'Skip to main content',
    nav: 'Pages',
    language: 'Language',
    phone: 'Need help? Phone {{practice}}:',
    emergency: 'In an emergency, phone 999.',
  },
  form: {
    problem: 'There is a problem',
    error: 'Error:',
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
  },
  copy: {
    done: 'Copied',
    byHand: 'Could not copy. The text is selected: copy it yourself.',
  },
  dialog: {
    cancel: 'Cancel',
  },
  duration: {
    moment: 'less than a minute',
    minutes: { one: '{{count}} minute', other: '{{count}} minutes' },
    hours: { one: '{{count}} hour', other: '{{count}} hours' },
    both: '{{hours}} {{minutes}}',
  },
  time: {
    onDay: '{{day}} {{month}} at {{clock}}',
    exact: '{{day}} {{month}} {{year}}, {{clock}}',
    months: {
      jan: 'January',
      feb: 'February',
      mar: 'March',
      apr: 'April',
      may: 'May',
      jun: 'June',
      jul: 'July',
      aug: 'August',
      sep: 'September',
      oct: 'October',
      nov: 'November',
      dec: 'December',
    },
  },
  /** Between several names in a row. */
  comma: ', ',
  person: {
    patient: 'Patient',
    guest: 'Guest',
    clinician: 'Clinician',
    nameless: 'No name yet',
  },
  errors,
} as const;
