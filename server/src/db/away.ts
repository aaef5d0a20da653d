/**
 * Classes and codes of PostgreSQL's errors that say that it cannot do its work at the moment: connections (08), a full
 * disk or no room for more (53), an operator or a time limit stepped in (57), files that cannot be read (58); a lock
 * that is not let go, a deadlock, and a server that only reads.
 */
const classes = new Set(['08', '53', '57', '58']);
const codes = new Set(['55P03', '40P01', '40001', '25006', '25P03']);

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
]);

/** What node-postgres says, without a code, of a connection that is gone, cannot be had, or does not answer. */
const driver =
  /^(Query read timeout|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed)/;

/**
 * Whether something failed because the database is away, slow or full, and may work in a moment. What was asked of it
 * has not happened, unless it was the very commit that went unanswered.
 */
export function isAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code } = thrown as { code?: unknown };
  if (typeof code === 'string') {
    if (network.has(code) || codes.has(code)) return true;
    if (/^[0-9A-Z]{5}$/.test(code) && classes.has(code.slice(0, 2))) return true;
  }
  if (driver.test(thrown.message)) return true;
  if (thrown instanceof AggregateError && thrown.errors.some(isAway)) return true;
  return isAway(thrown.cause);
}
