import { newsMayWait } from '@front-door/shared/domain/queue.ts';
import type { QueueView } from '@front-door/shared/protocol/views.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../db/client.ts';
import type { Log } from '../ops/logger.ts';
import type { Changes } from '../waiting-room/changes.ts';
import { loadPlaces } from '../waiting-room/queue.ts';
import { Coalescer } from './coalescer.ts';
import type { Hub } from './hub.ts';
import { inTurns } from './in-turns.ts';
import type { Participant } from './sockets.ts';

/** How long changes in a clinic are gathered before its patients are told their places, ms. */
const tellAfter = 500;
/** How often places are looked at without any change, ms: they are lost by time alone, and waits get shorter. */
const lookEvery = 20_000;

interface Deps {
  db: Db;
  hub: Hub;
  changes: Changes;
  log: Log;
  now: () => number;
}

/** Tells everybody in a clinic's queue their place, and what to expect: at changes, and only what is news to them. */
export class Queues {
  readonly #deps: Deps;
  readonly #told = new WeakMap<Participant, { view: QueueView; at: number }>();
  /** The clinics in whose queue somebody connected stands. */
  readonly #attended = new Set<string>();
  readonly #runs: Coalescer;
  readonly #timer: NodeJS.Timeout;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#runs = new Coalescer(
      async (clinicId) => {
        // What was done to one person comes before what it means for thousands.
        await pause(tellAfter, undefined, { ref: false });
        await this.#tell(clinicId);
      },
      (err) => deps.log.error({ err }, 'cannot tell a queue'),
    );
    this.#timer = setInterval(() => {
      for (const clinicId of this.#attended) this.refresh(clinicId);
    }, lookEvery).unref();
    deps.changes.on('change', ({ clinicIds }) => {
      for (const clinicId of clinicIds) this.refresh(clinicId);
    });
    deps.changes.on('clinic_changed', ({ clinicId }) => this.refresh(clinicId));
  }

  refresh(clinicId: string): void {
    this.#runs.run(clinicId);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #tell(clinicId: string): Promise<void> {
    const { db, hub, now } = this.#deps;
    const at = now();
    const places = await loadPlaces(db, clinicId, at);
    this.#attended.delete(clinicId);
    let before = 0;
    await inTurns(places, ([visitId, view]) => {
      const isFor = hub.find(visitId);
      const ahead = before;
      before += 1;
      if (isFor === undefined) return;
      this.#attended.add(clinicId);
      if (isFor.welcomed && isFor.isOpen && this.#isNews(isFor, view, ahead, at)) {
        this.#told.set(isFor, { view, at });
        isFor.socket.emit('queue:place', view);
      }
    });
  }

  #isNews(participant: Participant, view: QueueView, ahead: number, at: number): boolean {
    const told = this.#told.get(participant);
    if (told === undefined || told.view.late !== view.late) return true;
    // Whoever believes to be nearly there is to know at once that others were put before them.
    const believed = told.view.place === null ? ahead : told.view.place - 1;
    return at - told.at >= newsMayWait(Math.min(ahead, believed)) && !isSame(view, told.view);
  }
}

const isSame = (a: QueueView, b: QueueView): boolean => a.place === b.place && a.wait === b.wait && a.late === b.late;
