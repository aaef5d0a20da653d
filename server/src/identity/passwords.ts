import { hash, verify } from '@node-rs/argon2';
import { newSecret } from './secrets.ts';

/** OWASP's recommendation for Argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password typed on another device can come in another Unicode form. */
const typed = (password: string) => password.normalize('NFKC');

/** Argon2id in PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(typed(password), cost);

/** What is verified where there is no account, so that the time it takes does not say so. */
const nobodysHash = hashPassword(newSecret());

/** `passwordHash` is null when there is no such account: then it takes as long, and is false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash), typed(password));
  return matches && passwordHash !== null;
}
