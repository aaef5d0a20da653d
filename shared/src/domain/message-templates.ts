/** Messages that staff send with one tap, which everybody reads in their own language. */
export const messageTemplates = ['soon', 'few_minutes', 'running_late', 'still_there', 'we_will_ring'] as const;
export type MessageTemplate = (typeof messageTemplates)[number];
