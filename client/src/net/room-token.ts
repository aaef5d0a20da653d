import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import { api } from './api.ts';
import type { Door } from './door.ts';

/** How a person whose link is open elsewhere chose to come in. */
export type EnterAs = NonNullable<HttpInput<'links.exchange'>['enterAs']>;

/** What a device shows to be let onto a socket. */
export type Proof = { by: 'resume'; resumeSecret: string } | { by: 'door'; door: Door; enterAs?: EnterAs };

/**
 * A room token, good for one socket and for a minute.
 *
 * @throws {ApiError} when it is refused
 */
export async function fetchRoomToken(proof: Proof): Promise<string> {
  if (proof.by === 'resume') return (await api('visits.resume', { resumeSecret: proof.resumeSecret })).token;
  const { door, enterAs } = proof;
  if (door.by === 'staff') return (await api('consultations.enter', { id: door.consultationId })).token;
  return (await api('links.exchange', { secret: door.secret, ...(enterAs && { enterAs }) })).token;
}
