import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

const password = 'a long enough password';

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[4]!;
}

describe('[STAFF-2] passwords', () => {
  it('are verified against a salted Argon2id hash', async () => {
    const hash = await hashPassword(password);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword(password)).not.toBe(hash);
    expect(await verifyPassword(hash, password)).toBe(true);
    expect(await verifyPassword(hash, `${password} `)).toBe(false);
  });

  it('are the same in every form that a keyboard writes them in', async () => {
    const hash = await hashPassword('caf\u00e9 au lait de chèvre');
    expect(await verifyPassword(hash, 'cafe\u0301 au lait de chèvre')).toBe(true);
  });

  it('take as long to refuse where there is no account', async () => {
    const hash = await hashPassword(password);
    const known = await millisecondsOf(() => verifyPassword(hash, 'not the password'));
    const unknown = await millisecondsOf(() => verifyPassword(null, 'not the password'));
    expect(await verifyPassword(null, password)).toBe(false);
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });
});
