import { AssertionError } from 'node:assert';

/** Errors whose message the language or our own code wrote. Others quote what they choked on, as a query's do. */
const plainSpoken: unknown[] = [Error, TypeError, RangeError, ReferenceError, AssertionError];

interface ErrorDescription {
  type: string;
  code?: string;
  message?: string;
  /** Where it happened. */
  stack: string[];
  cause?: ErrorDescription;
}

/** What may be logged of something thrown: what kind it is and where it came from, but no data it carries. */
export function describeError(thrown: unknown): ErrorDescription {
  if (!(thrown instanceof Error)) return { type: typeof thrown, stack: [] };
  const { code } = thrown as { code?: unknown };
  return {
    type: thrown.constructor.name,
    ...(typeof code === 'string' && { code }),
    // What the system refused is told with an address or a path; its code says enough.
    ...(plainSpoken.includes(thrown.constructor) && !('syscall' in thrown) && { message: thrown.message }),
    stack: frames(thrown),
    ...(thrown.cause !== undefined && { cause: describeError(thrown.cause) }),
  };
}

/** The stack begins with the message, which may look like anything, also like a frame. */
function frames({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  return stack
    .slice(start === -1 ? 0 : start + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
