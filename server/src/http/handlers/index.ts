import type { Consultations } from '../../consultations/consultations.ts';
import type { Db } from '../../db/client.ts';
import type { Identity } from '../../identity/identity.ts';
import type { RoomTokens } from '../../identity/room-tokens.ts';
import type { Entry } from '../../waiting-room/entry.ts';
import type { HttpHandlers } from '../handlers.ts';
import { apiKeyHandlers } from './api-keys.ts';
import { consultationHandlers } from './consultations.ts';
import { entryHandlers } from './entry.ts';
import { practiceHandlers } from './practice.ts';
import { sessionHandlers } from './session.ts';
import { staffHandlers } from './staff.ts';
import { staffLinkHandlers } from './staff-links.ts';
import { trailHandlers } from './trail.ts';

/** What the handlers are made of. */
export interface HandlerParts {
  db: Db;
  identity: Identity;
  consultations: Consultations;
  entry: Entry;
  roomTokens: RoomTokens;
  /** The address people use, as `https://practice.example`. */
  origin: () => string;
  /** Ends the live connections of an account that was shut. */
  disconnectStaff: (staffId: string) => void;
}

/** A request of the contract without a handler does not compile. */
export const createHandlers = (parts: HandlerParts): HttpHandlers => ({
  ...entryHandlers(parts),
  ...sessionHandlers(parts),
  ...staffLinkHandlers(parts),
  ...practiceHandlers(parts),
  ...staffHandlers(parts),
  ...consultationHandlers(parts),
  ...apiKeyHandlers(parts),
  ...trailHandlers(parts),
});
