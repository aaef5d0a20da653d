import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { MediaWorker } from '../media/workers.ts';
import { endMeeting, meetInCall, type Meeting } from './meeting.ts';
import type { TestServer } from './test-server.ts';
import type { Visitor } from './visitor.ts';

/** Two people in a call of their own, who should notice nothing of what goes on in any other consultation. */
export class Witness {
  readonly #server: TestServer;
  readonly #meeting: Meeting;
  readonly #worker: MediaWorker | undefined;
  #heardByClinician = 0;
  #heardByPatient = 0;

  private constructor(server: TestServer, meeting: Meeting) {
    this.#server = server;
    this.#meeting = meeting;
    this.#worker = this.#workerNow();
  }

  static async begin(server: TestServer): Promise<Witness> {
    const witness = new Witness(server, await meetInCall(server));
    await witness.#exchange();
    return witness;
  }

  /** The worker that carries their call. */
  get worker(): MediaWorker | undefined {
    return this.#worker;
  }

  /** What they noticed since the last time; meanwhile their call must go on, and the worker with it. */
  async notices(): Promise<string[]> {
    const { clinician, patient } = this.#meeting;
    const noticed = [
      ...clinician.heard.slice(this.#heardByClinician).filter((message) => !this.#isOwn(message)),
      ...patient.heard.slice(this.#heardByPatient).filter((message) => !this.#isOwn(message)),
    ].map(({ name }) => name);
    if (this.#workerNow() !== this.#worker) noticed.push('another worker');
    await this.#worker?.worker.dump();
    await this.#exchange();
    return noticed;
  }

  end(): Promise<void> {
    return endMeeting(this.#server, this.#meeting.id);
  }

  #workerNow(): MediaWorker | undefined {
    return this.#server.app.rooms.find(this.#meeting.id)?.worker;
  }

  /** The patient mutes and speaks again, which the clinician is told; cheap, since it is done often. */
  async #exchange(): Promise<void> {
    const { clinician, patient } = this.#meeting;
    const mute = () => patient.request('producer:pause', { source: 'microphone' });
    const speak = () => patient.request('producer:resume', { source: 'microphone' });
    await Promise.all([next(clinician, 'consumer:paused'), mute()]);
    await Promise.all([next(clinician, 'consumer:resumed'), speak()]);
    this.#heardByClinician = clinician.heard.length;
    this.#heardByPatient = patient.heard.length;
  }

  /** Views of their own consultation come whenever the server likes, and show the two of them. */
  #isOwn({ name, data }: { name: string; data: unknown }): boolean {
    if (name !== 'room:view') return false;
    const { consultationId, me, people } = data as Parameters<ServerEvents['room:view']>[0];
    const shown = [me, ...people].map(({ visitId }) => visitId);
    const { id, clinicianId, patientId } = this.#meeting;
    return consultationId === id && shown.toSorted().join() === [clinicianId, patientId].toSorted().join();
  }
}

/** The next message of that name from now on. */
function next<N extends keyof ServerEvents>(visitor: Visitor, name: N): Promise<Parameters<ServerEvents[N]>[0]> {
  return new Promise((heard) => visitor.socket.once<keyof ServerEvents>(name, heard));
}
