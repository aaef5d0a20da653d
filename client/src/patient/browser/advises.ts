import type { ConnectionState } from '../../net/connection.ts';
import type { Screen } from '../screen.ts';
import type { Recognised, WrongBrowser } from './recognise.ts';

/**
 * Whether the page advises to change the browser instead of showing its screen: as soon as the person has arrived or
 * the link is open elsewhere, and if connecting does not go well, for that may be the browser's fault too. Who is let in
 * meanwhile goes into the call if the browser may be able to. The end is the end in every browser.
 */
export function advises(browser: Recognised, screen: Screen, connection: ConnectionState): browser is WrongBrowser {
  if (browser.is === 'fine' || screen === 'over') return false;
  if (screen === 'connecting') return connection.is === 'connecting' && connection.problem !== null;
  return (screen !== 'call' && screen !== 'held') || browser.is === 'cannot_call' || !browser.mayTry;
}
