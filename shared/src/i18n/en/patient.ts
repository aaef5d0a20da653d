export const patient = {} as const;
