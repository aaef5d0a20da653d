import { signal } from '@preact/signals';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import type { VisitConnection } from '../net/connection.ts';
import { Action } from '../ui/action.ts';

/** A question to the clinician before something is done that cannot be undone. The person is as shown when asked. */
export type Question = { about: 'admit' | 'remove' | 'sendBack'; person: PersonView } | { about: 'end' };

/** What a clinician does with people: carries it out, and asks back first where that is better. */
export class Desk {
  readonly question = signal<Question | null>(null);
  /** What was confirmed. */
  readonly action = new Action();
  /** What is done at once, and undone as easily. */
  readonly holding = new Action();
  readonly #connection: VisitConnection;
  readonly #sentBack: (person: PersonView) => Promise<void>;

  /** @param sentBack what else there is to do once somebody waits again */
  constructor(connection: VisitConnection, sentBack: (person: PersonView) => Promise<void> = async () => {}) {
    this.#connection = connection;
    this.#sentBack = sentBack;
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

  /** @throws {ApiError} */
  readonly remove = async ({ visitId }: PersonView, reason: string): Promise<void> => {
    await this.#connection.socket.request('visit:remove', { visitId, reason });
    this.question.value = null;
  };

  readonly sendBack = (person: PersonView): Promise<void> =>
    this.#carryOut(async () => {
      await this.#connection.socket.request('visit:return-to-waiting', { visitId: person.visitId });
      await this.#sentBack(person);
    });

  readonly end = (): Promise<void> => this.#carryOut(() => this.#connection.endForEverybody());

  readonly hold = ({ visitId }: PersonView): Promise<void> =>
    this.holding.run(async () => {
      await this.#connection.socket.request('visit:hold', { visitId });
    });

  readonly bringBack = ({ visitId }: PersonView): Promise<void> =>
    this.holding.run(async () => {
      await this.#connection.socket.request('visit:bring-back', { visitId });
    });

  #carryOut(work: () => Promise<void>): Promise<void> {
    return this.action.run(async () => {
      await work();
      this.question.value = null;
    });
  }
}
