import type { Line, Ssrcs } from './line.ts';

/** One person's connections in a call, once they are up. */
export interface Ends {
  up: Line;
  /** Of what is sent on it. */
  ssrcs: Ssrcs;
  down: Line;
  /** The number under which what comes bears the transport's sequence; 0 when it does not. */
  transportSequenceId: number;
}

/** What is measured: a system of its own processes that carries calls of two. */
export interface System {
  /** Of the process that started all others. */
  pid: number;
  /** Lets go of what it keeps only because nobody needed the room yet. */
  tidy(): Promise<unknown>;
  /** Sets up a call that goes on until the system closes. */
  call(): Promise<[Ends, Ends]>;
  close(): Promise<void>;
}
