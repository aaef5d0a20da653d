/** The largest message of a connection check, bytes. Apart from the schemas, for pages without the validator. */
export const largestEcho = 1_200;
