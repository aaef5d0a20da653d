/** Who somebody is inside one consultation. */
export const visitRoles = ['patient', 'guest', 'clinician'] as const;
export type VisitRole = (typeof visitRoles)[number];

/** What a link opens: the patient's side or the clinician's side of one consultation. */
export const linkRoles = ['patient', 'clinician'] as const;
export type LinkRole = (typeof linkRoles)[number];

/** What an account may do in its practice; one account can hold several. */
export const staffRoles = ['clinician', 'receptionist', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];
