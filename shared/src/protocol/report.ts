import { z } from 'zod';
import { relayResults } from '../domain/connection-check.ts';
import { languageCodes } from '../i18n/languages.ts';
import { phone, time } from './fields.ts';

/** How one of the person's devices fares. `off`: not switched on; `silent`: on, and nothing comes from it. */
const deviceState = z.enum(['ok', 'off', 'refused', 'not_found', 'in_use', 'silent', 'other']);
export type DeviceState = z.infer<typeof deviceState>;

/** What the person's page found out about the way to the server; see domain/connection-check.ts. */
const measurements = z.strictObject({
  udp: z.boolean(),
  tcp: z.boolean(),
  turn: z.enum(relayResults),
  loss: z.number().min(0).max(100).nullable(),
  roundTripTime: z.number().min(0).max(60_000).nullable(),
  bandwidth: z.number().min(0).max(100_000_000).nullable(),
});

/** What a page tells of the person on it, for staff to see: what they read, their step, and how their check went. */
export const visitReport = z.strictObject({
  language: z.enum(languageCodes).optional(),
  step: z.enum(['details', 'check', 'waiting']).optional(),
  devices: z.strictObject({ camera: deviceState, microphone: deviceState }).optional(),
  connection: measurements.optional(),
});
export type VisitReport = z.infer<typeof visitReport>;
export type VisitStep = NonNullable<VisitReport['step']>;

/** Somebody who would rather be rung: on which number, and since when. */
export const ringMe = z.strictObject({ phone, at: time });
export type RingMe = z.infer<typeof ringMe>;
