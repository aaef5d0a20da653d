import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { preloadMedia } from '../call/load-media.ts';
import { OwnMedia } from '../call/own-media.ts';
import { t } from '../i18n/index.ts';
import type { VisitConnection } from '../net/connection.ts';
import type { OverReason } from '../net/refusal.ts';
import { recallChoice, rememberChoice } from '../room/device-choice.ts';
import { nameOf } from '../room/names.ts';
import { prepareVisit, type PreparedVisit, type Visit } from '../room/visit.ts';
import { announceChanges } from './announcements.ts';
import { callIn, whenHere } from './call-in.ts';
import type { Called } from './called.ts';
import { Desk } from './desk.ts';
import { peopleHere } from './queue.ts';
import { sittingMemory } from './sitting-memory.ts';
import { overTold, refusalTold, type Told } from './told.ts';

/**
 * Where a clinician is in a sitting.
 * - `between`: at the list
 * - `calling`: on the way into a consultation, once there is a `connection` by that; `name` is null on the way back into one
 * - `with`: in a consultation
 */
export type SittingState =
  | { is: 'between' }
  | { is: 'calling'; name: string | null; connection: VisitConnection | null }
  | { is: 'with'; visit: Visit; desk: Desk };

/** A consultation that a sitting is in, or on the way into. */
interface Current {
  consultationId: string;
  /** The patient's, as it was last known. */
  name: string;
  prepared: PreparedVisit;
  /** What became of it, when leaving it was this clinician's own doing. */
  leavingAs: 'sentBack' | 'open' | null;
  stops: Array<() => void>;
}

/** One patient after the other, with devices that stay on in between. */
export class Sitting {
  readonly own = new OwnMedia();
  readonly state = signal<SittingState>({ is: 'between' });
  /** What became of the last consultation, or of the last try to call somebody in. */
  readonly told = signal<Told | null>(null);
  readonly #stopRemembering: () => void;
  readonly #staffId: string;
  #current: Current | null = null;

  /** @param staffId whose sitting it is */
  constructor(staffId: string) {
    this.#staffId = staffId;
    const { microphone, camera } = this.own;
    this.#stopRemembering = effect(() => rememberChoice(microphone.state.value, camera.state.value));
    preloadMedia();
  }

  /** Calls somebody in by the name that was shown. If they cannot be let in, the list is shown as before, with why. */
  async callIn(called: Called): Promise<void> {
    if (this.state.value.is !== 'between') return;
    const { consultationId, name } = called;
    // Whoever is not let in by this page must neither be heard nor seen by it: a colleague may be talking to them.
    const mayCall = signal(false);
    const current = await this.#enter(consultationId, name, mayCall);
    if (current === null) return;
    const { connection } = current.prepared.visit;
    const problem = await callIn(connection, connection.socket.request, called);
    if (problem !== null || current !== this.#current) {
      if (problem === null) await this.#takeBack(current, called);
      await connection.leave().catch(() => undefined);
      current.prepared.close();
      return this.#backToList(current, problem && { consultationId, name, ...refusalTold(problem) });
    }
    sittingMemory.write(this.#staffId, consultationId);
    mayCall.value = true;
    this.#be(current);
  }

  /** Back into the consultation that this page was in before it was loaded anew. */
  async comeBack(): Promise<void> {
    const consultationId = sittingMemory.read(this.#staffId);
    if (consultationId === null || this.state.value.is !== 'between') return;
    const current = await this.#enter(consultationId, null, signal(true));
    if (current === null) return;
    const over = await whenHere(current.prepared.visit.connection);
    if (current !== this.#current) return;
    if (over === null) this.#be(current);
    else this.#over(current, over);
  }

  /** Gives up calling somebody in. */
  readonly stop = (): void => {
    const current = this.#current;
    if (this.state.value.is !== 'calling' || current === null) return;
    // Whoever has just asked to let somebody in waits for the answer, to undo it.
    if (current.prepared.visit.connection.state.value.is !== 'here') current.prepared.close();
    this.#backToList(current, null);
  };

  /** Leaves the consultation open and goes back to the list. @throws {ApiError} */
  readonly leave = (): Promise<void> => this.#leaveAs('open');

  /** The page goes on to something else, or is gone: to the others it is a lost connection. */
  close(): void {
    this.#current?.prepared.close();
    this.#letGo();
    this.#stopRemembering();
    this.own.close();
  }

  async #enter(consultationId: string, name: string | null, mayCall: ReadonlySignal<boolean>) {
    this.told.value = null;
    this.state.value = { is: 'calling', name, connection: null };
    this.#openDevices();
    const prepared = await prepareVisit({ by: 'staff', consultationId }, this.own, mayCall);
    if (this.state.value.is !== 'calling') return null;
    this.#current = { consultationId, name: name ?? t('person.patient'), prepared, leavingAs: null, stops: [] };
    const { connection } = prepared.visit;
    this.state.value = { is: 'calling', name, connection };
    connection.start();
    return this.#current;
  }

  /** Let in when nobody wanted it any more. */
  async #takeBack({ prepared }: Current, { visitId }: Called): Promise<void> {
    const { request } = prepared.visit.connection.socket;
    await request('visit:return-to-waiting', { visitId }).catch(() => undefined);
  }

  /** Asks for nothing that is there already, nor for what was switched off while the other is on. */
  #openDevices(): void {
    const { microphone, camera } = this.own;
    if (microphone.state.value.is !== 'off' || camera.state.value.is !== 'off') return;
    void this.own.open(recallChoice() ?? undefined);
  }

  #be(current: Current): void {
    const { visit } = current.prepared;
    const { connection } = visit;
    const desk = new Desk(connection, (person) => this.#sentBack(current, person));
    current.stops = [
      announceChanges(visit),
      effect(() => {
        const patient = connection.view.value?.people.find(({ role }) => role === 'patient');
        if (patient) current.name = nameOf(patient);
      }),
      effect(() => {
        const state = connection.state.value;
        if (state.is === 'over') queueMicrotask(() => this.#over(current, state.reason));
      }),
    ];
    this.state.value = { is: 'with', visit, desk };
  }

  /** Nobody is left to talk to: the next one can be called in. */
  async #sentBack({ prepared }: Current, { visitId }: PersonView): Promise<void> {
    const view = prepared.visit.connection.view.value;
    const others =
      view === null ? [] : peopleHere(view).filter((one) => one.role !== 'clinician' && one.visitId !== visitId);
    if (others.length === 0) await this.#leaveAs('sentBack');
  }

  async #leaveAs(what: 'sentBack' | 'open'): Promise<void> {
    const current = this.#current;
    if (current === null) return;
    current.leavingAs = what;
    await current.prepared.visit.connection.leave();
  }

  #over(current: Current, reason: OverReason): void {
    if (current !== this.#current) return;
    const { consultationId, name, leavingAs } = current;
    const outcome = reason === 'visit_left' && leavingAs !== null ? { what: leavingAs } : overTold(reason);
    current.prepared.close();
    this.#backToList(current, { consultationId, name, ...outcome });
  }

  #backToList(current: Current, told: Told | null): void {
    if (current !== this.#current) return;
    sittingMemory.forget();
    this.#letGo();
    this.told.value = told;
  }

  #letGo(): void {
    for (const stop of this.#current?.stops ?? []) stop();
    this.#current = null;
    this.state.value = { is: 'between' };
  }
}
