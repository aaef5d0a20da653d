import { loadClinics } from '../clinics/clinics.ts';
import { practiceOf } from '../consultations/lock.ts';
import type { Pulse } from '../db/pulse.ts';
import type { Changes } from '../waiting-room/changes.ts';
import { Board, type BoardDeps } from './board.ts';
import { Coalescer } from './coalescer.ts';
import type { Watcher } from './sockets.ts';

/** Shows the practices' rooms to the staff who watch them. What nobody watches costs nothing. */
export class Watch {
  readonly #deps: BoardDeps;
  readonly #boards = new Map<string, Board>();
  readonly #clinics: Coalescer;

  constructor({ changes, pulse, ...deps }: BoardDeps & { changes: Changes; pulse: Pulse }) {
    this.#deps = deps;
    this.#clinics = new Coalescer(
      (practiceId) => this.#bringClinics(practiceId),
      (err) => deps.log.error({ err }, 'cannot send the watchers their clinics'),
    );
    changes.on('clinic_changed', ({ practiceId }) => {
      if (this.#boards.has(practiceId)) this.#clinics.run(practiceId);
    });
    changes.on('change', ({ practiceId, consultationId }) => this.#boards.get(practiceId)?.change(consultationId));
    changes.on('staff_disabled', (staffId) => this.#dismiss(staffId));
    pulse.on('back', () => {
      for (const [practiceId, board] of this.#boards) {
        this.#clinics.run(practiceId);
        board.lookAgain();
      }
    });
  }

  /** On how many sockets an account watches. */
  countOf(staffId: string): number {
    return this.#watchersOf(staffId).length;
  }

  join(watcher: Watcher): void {
    const board = this.#boards.get(watcher.practiceId) ?? new Board(this.#deps, watcher.practiceId);
    this.#boards.set(watcher.practiceId, board);
    board.join(watcher);
    this.#clinics.run(watcher.practiceId);
  }

  leave(watcher: Watcher): void {
    const board = this.#boards.get(watcher.practiceId);
    board?.leave(watcher);
    if (board?.watchers.length !== 0) return;
    board.close();
    this.#boards.delete(watcher.practiceId);
  }

  /** Tells everybody that the server is about to restart. */
  tellRestart(at: number): void {
    const watchers = [...this.#boards.values()].flatMap((board) => board.watchers);
    for (const { socket } of watchers) socket.emit('server:restarting', { at });
  }

  close(): void {
    for (const board of this.#boards.values()) board.close();
  }

  async #bringClinics(practiceId: string): Promise<void> {
    const { db } = this.#deps;
    const [open, { placeKeptMinutes }] = await Promise.all([loadClinics(db, practiceId), practiceOf(db, practiceId)]);
    const clinics = open.map(({ id, name, lateMinutes }) => ({ id, name, late: lateMinutes }));
    const picture = { placeKeptMinutes, clinics };
    for (const { socket } of this.#boards.get(practiceId)?.watchers ?? []) socket.emit('watch:clinics', picture);
  }

  #dismiss(staffId: string): void {
    for (const watcher of this.#watchersOf(staffId)) watcher.dismiss('not_signed_in');
  }

  #watchersOf(staffId: string): Watcher[] {
    return [...this.#boards.values()].flatMap((board) => board.watchers).filter((each) => each.staffId === staffId);
  }
}
