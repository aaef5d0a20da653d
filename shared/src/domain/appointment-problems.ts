/**
 * What can be wrong in a line of a list of appointments: the heading has unknown columns or lacks some, or nothing comes
 * after it; quotes do not open or close as they should; there are more fields than columns; one of the fields is wrong.
 */
export const appointmentProblems = [
  'columns',
  'empty',
  'quotes',
  'fields',
  'date',
  'time',
  'past',
  'too_far',
  'name',
  'phone',
  'clinician',
] as const;
export type AppointmentProblem = (typeof appointmentProblems)[number];
