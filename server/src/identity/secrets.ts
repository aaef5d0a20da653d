import { createHash, randomBytes } from 'node:crypto';

/** A new secret: base64url, 128 random bits (22 characters) unless more are wanted. */
export const newSecret = (bytes = 16): string => randomBytes(bytes).toString('base64url');

/**
 * What is stored of a secret, as hex. A plain hash is enough where the secret itself is random: there is no
 * dictionary to try. It is looked up by equality on the hash, so the time it takes says nothing about the secret.
 */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
