import { z } from 'zod';
import type { StaffRole, VisitRole } from '../domain/roles.ts';
import { visitRoles } from '../domain/roles.ts';
import { checkedWays } from '../domain/connection-check.ts';
import { interruptions } from '../domain/interruption.ts';
import { messageTemplates } from '../domain/message-templates.ts';
import { pictureLevels } from '../domain/quality.ts';
import type { VisitPhase } from '../domain/visit.ts';
import type { ErrorReply } from '../errors.ts';
import { id, line, paragraphs, personName, phone } from './fields.ts';
import {
  checkOpened,
  dtlsParameters,
  iceRestarted,
  mediaOpened,
  mediaSource,
  rtpCapabilities,
  rtpParameters,
} from './media.ts';
import { visitReport } from './report.ts';

/**
 * The socket's contract. Everything the server accepts over a socket stands in this table and nowhere else:
 * types, validation, authorisation and cost follow from it. What it tells is in events.ts.
 */

/**
 * Who holds a socket: a person in a consultation, staff watching the practice's rooms, or somebody who only checks a
 * device's connection.
 */
export type Caller = VisitRole | `watching_${StaffRole}` | 'checking';

interface SocketRequest {
  data: z.ZodType;
  reply: z.ZodType;
  /** Who may send it. */
  who: readonly Caller[];
  /** In which phases of the caller's own visit; others have no visit. */
  phases: readonly VisitPhase[];
  /** Points it takes from the connection's allowance, {@link pointsPerMinute}. */
  cost: number;
}

/** What one connection may spend in a minute; a call with every button pressed all the time stays far below. */
export const pointsPerMinute = 300;

/** Characters of a message. */
const longestMessage = 500;

const nothing = z.strictObject({});
const done = z.object({});
const patientSide = ['patient', 'guest'] as const satisfies Caller[];
const inCall = ['admitted', 'in_call'] as const satisfies VisitPhase[];
const inCallOrWaiting = ['waiting', ...inCall] as const satisfies VisitPhase[];
const live = ['arrived', 'waiting', 'admitted', 'in_call', 'held'] as const satisfies VisitPhase[];
const whoChecks = [...visitRoles, 'checking'] as const satisfies Caller[];
const mediasoupId = z.uuid();
const ofVisit = z.strictObject({ visitId: id });
const ofConsultation = z.strictObject({ consultationId: id });
/** Those who run the waiting list. */
const atDesk = ['watching_clinician', 'watching_receptionist'] as const satisfies Caller[];
const ofSource = z.strictObject({ source: mediaSource });

export const socketRequests = {
  /** Give the details and agree to the practice's text; again while waiting to correct the name. */
  'visit:check-in': {
    data: z.strictObject({ name: personName, agreed: z.literal(true) }),
    reply: done,
    who: patientSide,
    phases: ['arrived', 'waiting'],
    cost: 2,
  },
  /** Tell staff how the person is getting on; what is left out stays as it was told before. */
  'visit:report': { data: visitReport, reply: done, who: patientSide, phases: live, cost: 2 },
  /** Ask to be rung on a telephone instead of waiting for video, or with null take that back. */
  'visit:ring-me': {
    data: z.strictObject({ phone: phone.nullable() }),
    reply: done,
    who: patientSide,
    phases: ['arrived', 'waiting'],
    cost: 5,
  },
  /**
   * Let the next device that opens the link go on with the visit without being asked, or with false no longer. Holds
   * for this connection, and for nobody who is admitted.
   */
  'visit:give-way': {
    data: z.strictObject({ givesWay: z.boolean() }),
    reply: done,
    who: ['patient'],
    phases: live,
    cost: 1,
  },
  /** Go away by choice. The link lets the person back to the waiting room. */
  'visit:leave': { data: nothing, reply: done, who: visitRoles, phases: live, cost: 1 },
  /** Let somebody in. The name is the one the clinician was shown; it is refused if it changed meanwhile. */
  'visit:admit': {
    data: z.strictObject({ visitId: id, confirmedName: personName }),
    reply: done,
    who: ['clinician'],
    phases: inCall,
    cost: 2,
  },
  /** Send somebody away for good: no link, token or resume secret brings that visit back. */
  'visit:remove': {
    data: z.strictObject({ visitId: id, reason: line(200).optional() }),
    reply: done,
    who: ['clinician'],
    phases: inCall,
    cost: 2,
  },
  /** Take somebody out of the call for a moment: nothing is heard or seen of them, nor by them. */
  'visit:hold': { data: ofVisit, reply: done, who: ['clinician'], phases: inCall, cost: 2 },
  /** Back into the call without another admission. */
  'visit:bring-back': { data: ofVisit, reply: done, who: ['clinician'], phases: inCall, cost: 2 },
  /** Out of the call into the waiting room, at the old place. */
  'visit:return-to-waiting': { data: ofVisit, reply: done, who: ['clinician'], phases: inCall, cost: 2 },
  /** Answer the practice, where it allows that. */
  'visit:reply': {
    data: z.strictObject({ text: paragraphs(longestMessage) }),
    reply: done,
    who: patientSide,
    phases: ['arrived', 'waiting', 'held'],
    cost: 5,
  },
  /** End the consultation for everybody; its links are dead afterwards. */
  'consultation:end': { data: nothing, reply: done, who: ['clinician'], phases: inCall, cost: 1 },

  /** Nothing but whether the server still answers on this connection. */
  'connection:probe': { data: nothing, reply: done, who: visitRoles, phases: live, cost: 1 },

  /** Make the two transports, in place of any that were there. */
  'media:open': { data: nothing, reply: mediaOpened, who: visitRoles, phases: inCall, cost: 10 },
  /**
   * The same to stand by, once the view says `mayPrepare`: everything is set up as for a call, and nothing flows before
   * the person is let in.
   */
  'media:prepare': { data: nothing, reply: mediaOpened, who: visitRoles, phases: inCallOrWaiting, cost: 10 },
  /** What stood by flows from here on. */
  'media:begin': { data: nothing, reply: done, who: visitRoles, phases: inCall, cost: 2 },
  'transport:connect': {
    data: z.strictObject({ transportId: mediasoupId, dtlsParameters }),
    reply: done,
    who: visitRoles,
    phases: inCallOrWaiting,
    cost: 2,
  },
  'transport:restart-ice': {
    data: z.strictObject({ transportId: mediasoupId }),
    reply: iceRestarted,
    who: visitRoles,
    phases: inCallOrWaiting,
    cost: 4,
  },
  /** Of whoever waits, nothing is let through before the call. */
  'producer:create': {
    data: z.strictObject({ source: mediaSource, rtpParameters, paused: z.boolean() }),
    reply: z.object({ producerId: z.string() }),
    who: visitRoles,
    phases: inCallOrWaiting,
    cost: 5,
  },
  'producer:pause': { data: ofSource, reply: done, who: visitRoles, phases: inCall, cost: 1 },
  'producer:resume': { data: ofSource, reply: done, who: visitRoles, phases: inCall, cost: 1 },
  'producer:close': { data: ofSource, reply: done, who: visitRoles, phases: inCall, cost: 1 },
  /** Say how good a picture this device sends at most, and whether the person wants to save data. */
  'picture:limit': {
    data: z.strictObject({ sends: z.enum(pictureLevels), savesData: z.boolean() }),
    reply: done,
    who: visitRoles,
    phases: inCall,
    cost: 1,
  },
  /** Tell the others what keeps this person from being seen or heard; with null, that nothing does any more. */
  'media:interrupted': {
    data: z.strictObject({ by: z.enum(interruptions).nullable() }),
    reply: done,
    who: visitRoles,
    phases: inCall,
    cost: 1,
  },
  /**
   * Join the call: from here on everybody's streams are offered by `consumer:offered`. Whoever waits is offered what a
   * clinician will send.
   */
  'consumers:start': {
    data: z.strictObject({ rtpCapabilities }),
    reply: done,
    who: visitRoles,
    phases: inCallOrWaiting,
    cost: 5,
  },
  /** The receiver has set the stream up; let it flow, to whoever waits once they are let in. */
  'consumer:resume': {
    data: z.strictObject({ consumerId: mediasoupId }),
    reply: done,
    who: visitRoles,
    phases: inCallOrWaiting,
    cost: 1,
  },

  /**
   * Open a connection check in place of any earlier one: a transport for data, over UDP alone, TCP alone or by way of
   * the relay, that sends back what it is sent. It carries no media and leads into no consultation, and is closed after
   * 15 s. `not_found`: there is no relay.
   */
  'check:open': {
    data: z.strictObject({ way: z.enum(checkedWays) }),
    reply: checkOpened,
    who: whoChecks,
    phases: live,
    cost: 10,
  },
  'check:connect': { data: z.strictObject({ dtlsParameters }), reply: done, who: whoChecks, phases: live, cost: 2 },
  'check:close': { data: nothing, reply: done, who: whoChecks, phases: live, cost: 1 },

  /** Write to somebody who waits: a text of ours in their own language, or one's own words. */
  'waiting:message': {
    data: z.strictObject({
      consultationId: id,
      message: z.union([
        z.strictObject({ template: z.enum(messageTemplates) }),
        z.strictObject({ text: paragraphs(longestMessage) }),
      ]),
    }),
    reply: done,
    who: atDesk,
    phases: [],
    cost: 5,
  },
  /** As `visit:remove`, from outside the consultation. */
  'waiting:remove': {
    data: z.strictObject({ visitId: id, reason: line(200).optional() }),
    reply: done,
    who: atDesk,
    phases: [],
    cost: 2,
  },
  /** Tell somebody that the practice is ringing them up, or with false not any more. */
  'waiting:ring': {
    data: z.strictObject({ visitId: id, ringing: z.boolean() }),
    reply: done,
    who: atDesk,
    phases: [],
    cost: 2,
  },
  /** Nobody came; refused while somebody is there. With false it is taken back, as coming after all does. */
  'waiting:no-show': {
    data: z.strictObject({ consultationId: id, noShow: z.boolean() }),
    reply: done,
    who: atDesk,
    phases: [],
    cost: 2,
  },
  /** To another clinic, another clinician, or both; null is nobody in particular. Who is in the call waits again. */
  'waiting:transfer': {
    data: z.strictObject({ consultationId: id, clinicId: id.nullable(), clinicianId: id.nullable() }),
    reply: done,
    who: atDesk,
    phases: [],
    cost: 5,
  },
  /** Nothing more to do, as after ringing up: ends the consultation, unless somebody is in the call. */
  'waiting:finish': { data: ofConsultation, reply: done, who: atDesk, phases: [], cost: 2 },
  /** Tell everybody who waits in a clinic by how much it runs late; null: on time again. */
  'clinic:late': {
    data: z.strictObject({ clinicId: id, minutes: z.number().int().min(1).max(240).nullable() }),
    reply: done,
    who: atDesk,
    phases: [],
    cost: 5,
  },
  /** End somebody else's consultation from the admin's page. */
  'room:end': {
    data: ofConsultation,
    reply: done,
    who: ['watching_admin'],
    phases: [],
    cost: 2,
  },
} as const satisfies Record<string, SocketRequest>;

export type SocketRequests = typeof socketRequests;
export type SocketRequestName = keyof SocketRequests;
export type SocketData<N extends SocketRequestName> = z.output<SocketRequests[N]['data']>;
export type SocketReply<N extends SocketRequestName> = z.output<SocketRequests[N]['reply']>;

/** What every request is answered with. */
export type SocketAnswer<N extends SocketRequestName> =
  | { ok: true; data: SocketReply<N> }
  | { ok: false; error: ErrorReply };

/** The same table as socket.io's typed events, client to server. */
export type ClientEvents = {
  [N in SocketRequestName]: (data: SocketData<N>, answer: (answer: SocketAnswer<N>) => void) => void;
};

/** What a socket is opened with: `io({ auth })`. */
export const handshake = z.object({
  token: z.string().min(1).max(4096),
  /** The page has no media, and takes what is opened for it with the welcome if it is in a call. */
  takesMedia: z.boolean().optional(),
});
