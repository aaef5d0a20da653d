import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ServerProcess } from '../support/server.ts';

const canary = 'sTr0ng-canary-of-a-setting';
const secrets = {
  SMTP_URL: `smtp://willow:${canary}@127.0.0.1:1`,
  NOTIFY_API_KEY: 'canary-11111111-2222-4333-8444-555555555555-66666666-7777-4888-8999-aaaaaaaaaaaa',
  ROOM_TOKEN_KEY: `${canary} which is long enough`,
  TURN_SECRET: `${canary} of the relay, which is long`,
};
/** Without which they are none. */
const others = {
  TURN_URLS: 'turn:turn.example:3478',
  MAIL_FROM: 'video@willowbrook.example',
  NOTIFY_SMS_TEMPLATE: '3f0f9c1e-1111-4111-8111-111111111111',
};

const childrenOf = async (pid: number) =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean).map(Number);

it('[SEC-13] the secrets in the settings are neither with the media workers, nor in a command line, nor printed', async () => {
  const server = await ServerProcess.start({ env: { ...secrets, ...others, WORKERS: '1' } });
  try {
    const workers = await childrenOf(server.pid);
    expect(workers.length).toBeGreaterThanOrEqual(1);
    const told = await Promise.all([
      ...workers.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8')),
      ...[server.pid, ...workers].map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8')),
    ]);
    // They have an environment, just not this of it.
    expect(told[0]).toContain('PATH=');
    for (const text of [...told, server.output]) {
      for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
      expect(text).not.toContain(canary);
    }
  } finally {
    await server.close();
  }
});
