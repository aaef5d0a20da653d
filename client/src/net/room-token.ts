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
