import { z } from 'zod';
import { linkRoles } from '../domain/roles.ts';
import { id } from './fields.ts';

/**
 * What a room token says: the claims of a JWT that opens one socket, once, within {@link roomTokenSeconds}. It grants
 * nothing that the database does not confirm when the socket opens.
 */
export const roomTokenSeconds = 60;

/** A stranger with a link: the patient's place, the same from another device, a guest's, or the clinician's. */
const byLink = z.strictObject({
  by: z.literal('link'),
  linkId: id,
  consultationId: id,
  role: z.enum(linkRoles),
  enterAs: z.enum(['this_device', 'guest']).optional(),
});
/** The device that held the visit before, by its resume secret. */
const byResume = z.strictObject({
  by: z.literal('resume'),
  visitId: id,
  consultationId: id,
  /** Hash of the resume secret: if another device takes the visit over meanwhile, the token is worth nothing. */
  device: z.string(),
});
/** A signed-in clinician of the practice. */
const byStaff = z.strictObject({ by: z.literal('staff'), staffId: id, consultationId: id });
/** Staff who watch the practice's rooms. */
const toWatch = z.strictObject({ by: z.literal('watch'), staffId: id, practiceId: id });
/** Anybody who wants to check a device's connection. */
const toCheck = z.strictObject({ by: z.literal('check') });

export const roomGrant = z.discriminatedUnion('by', [byLink, byResume, byStaff, toWatch, toCheck]);
export type RoomGrant = z.infer<typeof roomGrant>;
export type VisitGrant = Exclude<RoomGrant, { by: 'watch' | 'check' }>;
