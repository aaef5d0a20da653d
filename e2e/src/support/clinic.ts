import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import type { HttpClient } from './http-client.ts';

type Clinic = HttpInput<'clinics.create'>;

/** A clinic of the practice, open at any time unless `wanted` says otherwise; with its own link. */
export const newClinic = (account: HttpClient, wanted: Partial<Clinic> = {}) =>
  account.send('clinics.create', { name: 'Morning clinic', hours: null, welcome: null, ...wanted });

/** Changes some of what the practice's admin decides, and leaves the rest as it is. */
export async function decide(admin: HttpClient, wanted: Partial<HttpInput<'practice.update'>>): Promise<void> {
  const practice = await admin.send('practice.read', {});
  await admin.send('practice.update', { ...practice, ...wanted });
}
