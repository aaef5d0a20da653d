import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import { api } from './api.ts';
import type { Door } from './door.ts';
import { insist } from './insist.ts';

/** How a person whose link is open elsewhere chose to come in. */
export type EnterAs = NonNullable<HttpInput<'links.exchange'>['enterAs']>;

/** What a device shows to be let onto a socket. */
export type Proof = { by: 'resume'; resumeSecret: string } | { by: 'door'; door: Door; enterAs?: EnterAs };

/**
 * A room token, good for one socket and for a minute. Whoever was here before insists on it; to anybody new it is not
 * granted twice.
 *
 * @param enough ends the insisting
 * @throws {ApiError} when it is refused
 */
export async function fetchRoomToken(proof: Proof, enough: AbortSignal): Promise<string> {
  if (proof.by === 'resume') {
    const { resumeSecret } = proof;
    return (await insist((end) => api('visits.resume', { resumeSecret }, end), enough)).token;
  }
  const { door, enterAs } = proof;
  if (door.by === 'staff') return (await api('consultations.enter', { id: door.consultationId })).token;
  return (await api('links.exchange', { secret: door.secret, ...(enterAs && { enterAs }) })).token;
}
