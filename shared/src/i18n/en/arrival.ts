/** What somebody reads who comes by a clinic's own link, when that does not lead into a visit at once. */
export const arrival = {
  closed: '{{clinic}} is closed now',
  hours: 'Opening hours',
  shut: 'Closed',
  comeBack: 'Come back then.',
  comeBackOr: 'Come back then, or phone {{practice}}:',
  again: 'Try again',
  unknown: 'This link does not work',
  unknownText: 'Check that you have the whole link, or phone your practice.',
  trying: 'One moment, please',
  offline: 'We cannot reach your practice just now.',
  busy: 'Many people are coming in just now.',
  byItself: 'This page tries again by itself. Keep it open.',
  days: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
} as const;
