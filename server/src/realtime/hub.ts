import { isLive, mayHaveMedia, type VisitState } from '@front-door/shared/domain/visit.ts';
import type { Farewell } from '@front-door/shared/protocol/events.ts';
import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import { inArray } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import type { Pulse } from '../db/pulse.ts';
import { visits as visitRows } from '../db/schema.ts';
import type { Log } from '../ops/logger.ts';
import { AppError } from '../errors.ts';
import type { Rooms } from '../media/rooms.ts';
import type { Change, Changes } from '../waiting-room/changes.ts';
import { loadRoom, roomViewFor, type Sending } from '../waiting-room/view.ts';
import type { Visits } from '../waiting-room/visits.ts';
import { Coalescer } from './coalescer.ts';
import type { Participant } from './sockets.ts';
import { Unwritten } from './unwritten.ts';

/** How long a person's media stays when the connection is lost, ms: most outages are shorter. */
const mediaKeptFor = 45_000;
/** For how long changes of what people send are gathered, ms; whoever receives it is told of each at once anyway. */
const gatheredFor = 400;

interface Deps {
  db: Db;
  rooms: Rooms;
  visits: Visits;
  changes: Changes;
  pulse: Pulse;
  log: Log;
  now: () => number;
}

/**
 * Who is connected to which consultation. Brings what happened in the database to the people it concerns: their view,
 * the loss of their media, the end of their connection.
 */
export class Hub {
  /** What has happened to people here, and waits for the database. */
  readonly unwritten: Unwritten;
  readonly #deps: Deps;
  readonly #participants = new Map<string, Participant>();
  readonly #byConsultation = new Map<string, Set<Participant>>();
  readonly #mediaTimers = new Map<string, NodeJS.Timeout>();
  readonly #views: Coalescer;
  readonly #gathering = new Map<string, NodeJS.Timeout>();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.unwritten = new Unwritten(deps.pulse, deps.log);
    this.#views = new Coalescer(
      (consultationId) => this.#sendViews(consultationId),
      (err) => deps.log.error({ err }, 'cannot send views'),
    );
    deps.changes.on('change', (change) => this.#onChange(change));
    deps.changes.on('staff_disabled', (staffId) => this.#onStaffDisabled(staffId));
    deps.pulse.on('back', () => void this.unwritten.write(() => this.#lookAgain()));
  }

  /**
   * Welcomes a connection. An older one of the same visit is dismissed.
   *
   * @param openMedia for a page that takes it at once; else null
   */
  async join(
    participant: Participant,
    resumeSecret: string | null,
    openMedia: (() => Promise<SocketReply<'media:open'> | null>) | null = null,
  ): Promise<void> {
    const { visitId, consultationId } = participant;
    const older = this.#participants.get(visitId);
    this.#add(participant);
    older?.dismiss('taken_over');
    // What another device had open is not this one's.
    if (resumeSecret !== null) this.#closeMedia(consultationId, visitId);
    clearTimeout(this.#mediaTimers.get(visitId));
    this.#mediaTimers.delete(visitId);

    const [room, opened = null] = await Promise.all([loadRoom(this.#deps.db, consultationId), openMedia?.()]);
    const me = room.visits.find(({ id }) => id === visitId)!;
    participant.socket.emit('visit:welcome', {
      view: roomViewFor(me, room, this.#sending(consultationId), this.#deps.now()),
      ...(resumeSecret !== null && { resumeSecret }),
      mediaKept: opened === null && (this.#deps.rooms.find(consultationId)?.peers.has(visitId) ?? false),
      opened,
    });
    participant.welcomed = true;
    this.refresh(consultationId);
  }

  /** The connection is gone; the visit stays, and for a while its media. */
  async leave(participant: Participant): Promise<void> {
    const { visitId, consultationId, connectionId } = participant;
    this.#remove(participant);
    if (!participant.isOpen) return;
    participant.isOpen = false;
    const at = this.#deps.now();
    await this.unwritten.write(async () => {
      // Nobody can come back while this cannot be written; so the time for that begins with it.
      this.#keepMedia(consultationId, visitId);
      await this.#deps.visits.drop(visitId, connectionId, at).catch(unlessTakenOver);
    });
  }

  /** Shows everybody in the consultation how it stands. */
  refresh(consultationId: string): void {
    if (this.#byConsultation.has(consultationId)) this.#views.run(consultationId);
  }

  /** The same a moment later: what people send has changed, and may go on to, as when everybody opens their media. */
  refreshSending(consultationId: string): void {
    if (this.#gathering.has(consultationId)) return;
    const shown = () => {
      this.#gathering.delete(consultationId);
      this.refresh(consultationId);
    };
    this.#gathering.set(consultationId, setTimeout(shown, gatheredFor).unref());
  }

  /** Everybody who is connected to the consultation. */
  present(consultationId: string): Participant[] {
    return [...(this.#byConsultation.get(consultationId) ?? [])];
  }

  /** The consultations in which somebody is connected and at least two have media, or would but for being held. */
  get calls(): number {
    return [...this.#byConsultation].filter(([consultationId, present]) => {
      const talking = new Set(this.#deps.rooms.find(consultationId)?.peers.keys());
      for (const { visitId, phase } of present) if (phase === 'held') talking.add(visitId);
      return talking.size > 1;
    }).length;
  }

  /** Tells everybody that the server is about to restart. */
  tellRestart(at: number): void {
    for (const { socket } of this.#participants.values()) socket.emit('server:restarting', { at });
  }

  find(visitId: string): Participant | undefined {
    return this.#participants.get(visitId);
  }

  close(): void {
    this.unwritten.close();
    for (const timer of [...this.#mediaTimers.values(), ...this.#gathering.values()]) clearTimeout(timer);
  }

  #onChange({ consultationId, moved, mediaClosed, dismissed }: Change): void {
    // Whoever is told of no other phase waits again.
    const phases = [...mediaClosed.map((visitId) => ({ visitId, phase: 'waiting' as const })), ...moved];
    for (const { visitId, phase } of phases) {
      const participant = this.#participants.get(visitId);
      if (participant !== undefined) participant.phase = phase;
    }
    for (const visitId of mediaClosed) this.#closeMedia(consultationId, visitId);
    for (const { visitId, code } of dismissed) this.#participants.get(visitId)?.dismiss(code);
    this.refresh(consultationId);
  }

  #onStaffDisabled(staffId: string): void {
    for (const participant of this.#participants.values()) {
      if (participant.staffId === staffId) this.#expel(participant);
    }
  }

  /** Without an account there is no way back, so nothing is kept. */
  #expel(participant: Participant): void {
    const { visitId, connectionId, consultationId } = participant;
    this.#closeMedia(consultationId, visitId);
    participant.dismiss('not_signed_in');
    const at = this.#deps.now();
    this.unwritten
      .write(() => this.#deps.visits.drop(visitId, connectionId, at).catch(unlessTakenOver))
      .catch((err: unknown) => this.#deps.log.error({ err }, 'cannot drop a visit'));
  }

  async #sendViews(consultationId: string): Promise<void> {
    if (!this.#byConsultation.has(consultationId)) return;
    const room = await loadRoom(this.#deps.db, consultationId);
    const now = this.#deps.now();
    const sending = this.#sending(consultationId);
    for (const participant of this.#byConsultation.get(consultationId) ?? []) {
      const { visitId, socket, welcomed, isOpen } = participant;
      const me = room.visits.find(({ id }) => id === visitId);
      if (me !== undefined) participant.phase = me.state.phase;
      if (me !== undefined && welcomed && isOpen) socket.emit('room:view', roomViewFor(me, room, sending, now));
    }
  }

  /** After the database was away: what was under way then may have happened without a word of it coming through. */
  async #lookAgain(): Promise<void> {
    const present = [...this.#participants.values()];
    const found = await this.#deps.db
      .select({ id: visitRows.id, state: visitRows.state, connectionId: visitRows.connectionId })
      .from(visitRows)
      .where(
        inArray(
          visitRows.id,
          present.map(({ visitId }) => visitId),
        ),
      );
    const known = new Map(found.map((visit) => [visit.id, visit]));
    for (const participant of present) {
      const visit = known.get(participant.visitId);
      if (visit !== undefined) this.#bringInStep(participant, visit);
      this.refresh(participant.consultationId);
    }
  }

  #bringInStep(participant: Participant, { state, connectionId }: { state: VisitState; connectionId: string | null }) {
    const { consultationId, visitId } = participant;
    participant.phase = state.phase;
    if (!mayHaveMedia(state)) this.#closeMedia(consultationId, visitId);
    if (!isLive(state)) participant.dismiss(farewells[state.phase]);
    // Another connection was to hold the visit and never came about; this one comes again, and holds it.
    else if (connectionId !== participant.connectionId) participant.socket.disconnect(true);
  }

  /** For a while, so that whoever comes back finds it as it was. */
  #keepMedia(consultationId: string, visitId: string): void {
    if (this.#participants.has(visitId)) return;
    clearTimeout(this.#mediaTimers.get(visitId));
    this.#mediaTimers.set(visitId, setTimeout(() => this.#giveUpMedia(consultationId, visitId), mediaKeptFor).unref());
  }

  #sending(consultationId: string): Sending {
    return sendingIn(this.#deps.rooms, consultationId);
  }

  #giveUpMedia(consultationId: string, visitId: string): void {
    this.#mediaTimers.delete(visitId);
    this.#closeMedia(consultationId, visitId);
    this.refresh(consultationId);
  }

  #closeMedia(consultationId: string, visitId: string): void {
    this.#deps.rooms.closePeer(consultationId, visitId);
  }

  #add(participant: Participant): void {
    const { visitId, consultationId } = participant;
    this.#participants.set(visitId, participant);
    const present = this.#byConsultation.get(consultationId) ?? new Set();
    this.#byConsultation.set(consultationId, present.add(participant));
  }

  #remove(participant: Participant): void {
    const { visitId, consultationId } = participant;
    if (this.#participants.get(visitId) === participant) this.#participants.delete(visitId);
    const present = this.#byConsultation.get(consultationId);
    present?.delete(participant);
    if (present?.size === 0) this.#byConsultation.delete(consultationId);
  }
}

const farewells: Record<
  Exclude<VisitState['phase'], 'arrived' | 'waiting' | 'admitted' | 'in_call' | 'held'>,
  Farewell
> = {
  left: 'visit_left',
  removed: 'visit_removed',
  ended: 'consultation_ended',
};

/** A newer connection may have come before the end of this one was noticed; it is none to write down then. */
export function unlessTakenOver(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'taken_over')) throw error;
}

/** What each person of a consultation sends, asked of the media floor. */
export const sendingIn =
  (rooms: Rooms, consultationId: string): Sending =>
  (visitId) => {
    const peer = rooms.find(consultationId)?.peers.get(visitId);
    const { picture = { sends: 'full', receives: 'full', savesData: false }, interruption = null } = peer ?? {};
    const isSending = (source: 'microphone' | 'camera') => peer?.isSending(source) ?? false;
    return { microphone: isSending('microphone'), camera: isSending('camera'), picture, interruption };
  };
