import { signal } from '@preact/signals';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import type { VisitConnection } from '../net/connection.ts';
import { Action } from '../ui/action.ts';

/** A question to the clinician before something is done that cannot be undone. The person is as shown when asked. */
export type Question = { about: 'admit' | 'remove'; person: PersonView } | { about: 'end' };

/** What a clinician does with people: asks back first, then carries it out. */
export class Desk {
  readonly question = signal<Question | null>(null);
  readonly action = new Action();
  readonly #connection: VisitConnection;

  constructor(connection: VisitConnection) {
    this.#connection = connection;
  }

  readonly ask = (question: Question): void => {
    this.action.forget();
    this.question.value = question;
  };

  readonly cancel = (): void => {
    this.question.value = null;
  };

  /** Lets the person in whose name was shown; if they have another by now, the server refuses. */
  readonly admit = ({ visitId, name }: PersonView): Promise<void> =>
    this.#carryOut(async () => {
      await this.#connection.socket.request('visit:admit', { visitId, confirmedName: name ?? '' });
    });

  readonly remove = ({ visitId }: PersonView): Promise<void> =>
    this.#carryOut(async () => {
      await this.#connection.socket.request('visit:remove', { visitId });
    });

  readonly end = (): Promise<void> => this.#carryOut(() => this.#connection.endForEverybody());

  #carryOut(work: () => Promise<void>): Promise<void> {
    return this.action.run(async () => {
      await work();
      this.question.value = null;
    });
  }
}
