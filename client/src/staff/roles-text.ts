import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import { t } from '../i18n/index.ts';

export const rolesText = (roles: readonly StaffRole[]): string =>
  roles.map((role) => t(`staff:role.${role}`)).join(', ');
