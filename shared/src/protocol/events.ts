import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import { time } from './fields.ts';
import { consumerOffer, mediaOpened } from './media.ts';
import { queueView, roomView, watchChange, watchedClinics, watchView } from './views.ts';

/** The other half of the socket's contract: what the server tells a connection without being asked. */

const ofConsumer = z.object({ consumerId: z.string() });

/** Why the server lets a connection go for good; the client does not come back by itself. */
const farewells = [
  'consultation_ended',
  'visit_removed',
  'visit_left',
  'taken_over',
  'not_signed_in',
] as const satisfies ErrorCode[];
export type Farewell = (typeof farewells)[number];

/** Everything the server tells a connection without being asked. */
export const serverEvents = {
  /**
   * First on every connection into a consultation. `resumeSecret` is there when this is a new device; it replaces any
   * earlier one. `mediaKept` says that the transports of the lost connection still stand. `opened` is the answer to a
   * `media:open` that need not be sent any more; null where it was not wanted, or could not be opened.
   */
  'visit:welcome': z.object({
    view: roomView,
    resumeSecret: z.string().exactOptional(),
    mediaKept: z.boolean(),
    opened: mediaOpened.nullable(),
  }),
  /** The consultation as this person may see it, whenever it changed. */
  'room:view': roomView,
  /** To a patient in a clinic's queue, whenever it changed. */
  'queue:place': queueView,
  'consumer:offered': consumerOffer,
  'consumer:paused': ofConsumer,
  'consumer:resumed': ofConsumer,
  'consumer:closed': ofConsumer,
  /**
   * The media worker was lost, and everything about media with it. `opened` is the answer to a `media:open` that need
   * not be sent any more; null when it could not be opened, or was not open.
   */
  'media:lost': z.object({ opened: mediaOpened.nullable() }),
  /** The server is about to restart, at the latest at that time; what it does until then is to be finished. */
  'server:restarting': z.object({ at: time }),
  /** The last thing a connection hears. */
  'connection:closing': z.object({ code: z.enum(farewells) }),
  /** To watching staff: first on every connection. */
  'watch:view': watchView,
  /** To watching staff, at first and whenever a clinic changed. */
  'watch:clinics': watchedClinics,
  /** To the same from then on: at each change, and every few seconds with fresh figures of the calls that run. */
  'watch:changed': watchChange,
} as const;

/** The same as socket.io's typed events, server to client. */
export type ServerEvents = {
  [N in keyof typeof serverEvents]: (...told: Told<z.output<(typeof serverEvents)[N]>>) => void;
};
type Told<T> = T extends undefined ? [] : [told: T];
