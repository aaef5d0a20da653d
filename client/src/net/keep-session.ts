import { staffApi } from './staff-api.ts';

/** Well within the hour after which a session that nothing is heard of ends, ms. */
const often = 10 * 60_000;

/**
 * From now on tells the server that staff have a page open, until what is returned is called: a list on a wall and a
 * long call ask for nothing by themselves. That the session is over is for the next real request to find out.
 */
export function keepSession(): () => void {
  const timer = setInterval(() => {
    staffApi('session.read', {}).catch(() => {});
  }, often);
  return () => clearInterval(timer);
}
