import type { Clinics } from '../../clinics/clinics.ts';
import type { Consultations } from '../../consultations/consultations.ts';
import type { Db } from '../../db/client.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Invitations } from '../../invitations/invitations.ts';
import type { Rooms } from '../../media/rooms.ts';
import type { RoomTokens } from '../../identity/room-tokens.ts';
import type { Entry } from '../../waiting-room/entry.ts';

/** What the handlers are made of. */
export interface HandlerParts {
  db: Db;
  identity: Identity;
  consultations: Consultations;
  clinics: Clinics;
  entry: Entry;
  invitations: Invitations;
  rooms: Pick<Rooms, 'find'>;
  roomTokens: RoomTokens;
  /** The address people use, as `https://practice.example`. */
  origin: () => string;
  /** Ends the live connections of an account that was shut. */
  disconnectStaff: (staffId: string) => void;
  now: () => number;
}
