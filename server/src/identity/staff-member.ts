import type { StaffRole } from '@front-door/shared/domain/roles.ts';

/** A signed-in account. */
export interface StaffMember {
  id: string;
  practiceId: string;
  practiceName: string;
  name: string;
  email: string;
  roles: StaffRole[];
}
