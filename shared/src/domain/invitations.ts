/** How a patient's link is sent. */
export const invitationChannels = ['sms', 'email'] as const;
export type InvitationChannel = (typeof invitationChannels)[number];

export const invitationKinds = ['invitation', 'reminder'] as const;

export const invitationStates = ['queued', 'sending', 'sent', 'delivered', 'failed', 'cancelled'] as const;
export type InvitationState = (typeof invitationStates)[number];

/**
 * Why something was not sent, or not yet:
 *
 * - `refused`: the service does not take this number or address
 * - `not_delivered`: the service took it, and found no such number or address
 * - `not_reachable`: the phone was off for days, or the mailbox is full
 * - `service_down`: the service did not answer, was busy or had a fault
 * - `set_up`: the service does not accept how we are set up
 * - `too_late`: it would have been of no use any more
 */
export const invitationProblems = [
  'refused',
  'not_delivered',
  'not_reachable',
  'service_down',
  'set_up',
  'too_late',
] as const;
export type InvitationProblem = (typeof invitationProblems)[number];
