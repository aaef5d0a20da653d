/**
 * Method and path of every HTTP request of the contract. Apart from the schemas in http.ts, so that a page that only
 * sends requests does not have to load the validator.
 */
export const routes = {} as const;

export type HttpRequestName = keyof typeof routes;
