import type { InvitationProblem } from '@front-door/shared/domain/invitations.ts';

/** What is handed over to be carried to a patient. */
export interface Message {
  /** The name we give it, the same at every attempt. */
  name: string;
  /** A telephone number in international form, or an e-mail address. */
  to: string;
  practiceName: string;
  /** Of an e-mail. */
  subject: string;
  text: string;
  /** An appointment for a calendar, as iCalendar; only e-mails can carry it. */
  calendar: string | null;
}

/** What became of a message that was taken. */
export type Fate = { state: 'sent' | 'delivered' } | { state: 'failed'; problem: InvitationProblem };

/** A way to patients: a mail server, a service for text messages. */
export interface Carrier {
  /** True for one that carries nothing: what it takes is shown to staff, who pass it on themselves. */
  readonly shows?: boolean;
  /** Hands a message over. Gives the name under which the carrier knows it. Throws {@link NotTaken}. */
  send(message: Message, signal: AbortSignal): Promise<string>;
  /**
   * The name under which the carrier knows a message that it has taken already, null when it has not. Absent where it
   * cannot tell. Throws {@link NotTaken} when there is no answer.
   */
  find?(name: string, signal: AbortSignal): Promise<string | null>;
  /** What became of one it took, null when it does not know any more. Absent where it does not tell. */
  fate?(reference: string, signal: AbortSignal): Promise<Fate | null>;
}

/** A message was not taken. `final`: it never will be, so there is no use in trying again. */
export class NotTaken extends Error {
  readonly problem: InvitationProblem;
  readonly final: boolean;

  /** The cause is not kept: what carriers say quotes numbers and addresses. */
  constructor(problem: InvitationProblem, { final }: { final: boolean }) {
    super(problem);
    this.name = 'NotTaken';
    this.problem = problem;
    this.final = final;
  }
}
