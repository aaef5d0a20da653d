import type { HttpInput, HttpReply } from '@front-door/shared/protocol/http.ts';
import { api } from './api.ts';
import type { Door } from './door.ts';
import { insist } from './insist.ts';

/** How a person whose link is open elsewhere chose to come in. */
export type EnterAs = NonNullable<HttpInput<'links.exchange'>['enterAs']>;

/** What a device shows to be let onto a socket. */
export type Proof = { by: 'resume'; resumeSecret: string } | { by: 'door'; door: Door; enterAs?: EnterAs };

/** A room token, good for one socket and for a minute; for whoever comes back into a call with what its media speaks. */
export interface RoomToken {
  token: string;
  media: HttpReply<'visits.resume'>['media'];
}

/**
 * Asks for a room token. Whoever was here before insists on it; to anybody new it is not granted twice.
 *
 * @param enough ends the insisting
 * @throws {ApiError} when it is refused
 */
export async function fetchRoomToken(proof: Proof, enough: AbortSignal): Promise<RoomToken> {
  if (proof.by === 'resume') {
    const { resumeSecret } = proof;
    return insist((end) => api('visits.resume', { resumeSecret }, end), enough);
  }
  const { door, enterAs } = proof;
  const { token } =
    door.by === 'staff'
      ? await api('consultations.enter', { id: door.consultationId })
      : await api('links.exchange', { secret: door.secret, ...(enterAs && { enterAs }) });
  return { token, media: null };
}

interface Early {
  proof: string;
  askedAt: number;
  token: Promise<RoomToken>;
  enough: AbortController;
}

/** What was asked for before the page's own script was there; `late` once that has asked for itself. */
let early: Early | 'late' | null = null;
/** Half of what a token is good for: the rest is for the socket, ms. */
const earlyFor = 30_000;

/** Asks in advance for what {@link takeToken} gives. */
export function askEarly(proof: Proof): void {
  if (early !== null) return;
  const enough = new AbortController();
  const token = fetchRoomToken(proof, enough.signal);
  // A refusal is heard by whoever takes it.
  token.catch(() => undefined);
  early = { proof: JSON.stringify(proof), askedAt: performance.now(), token, enough };
}

/** The token that was asked for early, once and while it is fresh; otherwise as {@link fetchRoomToken}. */
export function takeToken(proof: Proof, enough: AbortSignal): Promise<RoomToken> {
  const asked = early;
  early = 'late';
  if (asked === null || asked === 'late') return fetchRoomToken(proof, enough);
  const isFresh = performance.now() - asked.askedAt <= earlyFor;
  if (!isFresh || asked.proof !== JSON.stringify(proof)) {
    asked.enough.abort();
    return fetchRoomToken(proof, enough);
  }
  enough.addEventListener('abort', () => asked.enough.abort());
  return asked.token;
}
