import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { AppError } from '../../errors.ts';
import type { Identity } from '../../identity/identity.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import type { SessionCookie } from '../session-cookie.ts';

/**
 * Signs an account in, in place of whoever was signed in on this browser before; with `alone` it is signed out
 * everywhere else.
 */
export async function startSession(
  { sessions }: Identity,
  staffId: string,
  cookie: SessionCookie,
  { reason, alone = false }: { reason?: string; alone?: boolean } = {},
): Promise<StaffView> {
  if (cookie.secret !== null) await sessions.close(cookie.secret);
  const secret = await sessions.open(staffId, reason);
  if (alone) await sessions.closeOthersOf(staffId, secret);
  const member = await sessions.read(secret);
  if (member === null) throw new AppError('sign_in_failed');
  cookie.set(secret);
  return staffView(member);
}

export const staffView = ({ id, name, email, roles, practiceId, practiceName }: StaffMember): StaffView => ({
  id,
  name,
  email,
  roles,
  practice: { id: practiceId, name: practiceName },
});
