import type { HttpHandlers } from '../handlers.ts';
import { apiKeyHandlers } from './api-keys.ts';
import { clinicHandlers } from './clinics.ts';
import { consultationHandlers } from './consultations.ts';
import { entryHandlers } from './entry.ts';
import { goodbyeHandlers } from './goodbye.ts';
import { invitationHandlers } from './invitations.ts';
import type { HandlerParts } from './parts.ts';
import { practiceHandlers } from './practice.ts';
import { sessionHandlers } from './session.ts';
import { staffHandlers } from './staff.ts';
import { staffLinkHandlers } from './staff-links.ts';
import { trailHandlers } from './trail.ts';

/** A request of the contract without a handler does not compile. */
export const createHandlers = (parts: HandlerParts): HttpHandlers => ({
  ...entryHandlers(parts),
  ...sessionHandlers(parts),
  ...staffLinkHandlers(parts),
  ...practiceHandlers(parts),
  ...staffHandlers(parts),
  ...consultationHandlers(parts),
  ...clinicHandlers(parts),
  ...invitationHandlers(parts),
  ...goodbyeHandlers(parts),
  ...apiKeyHandlers(parts),
  ...trailHandlers(parts),
});
