import { connect } from 'node:net';
import { setPriority } from 'node:os';
import { attackOver, kinds, type KindName } from './kinds.ts';

/**
 * The attackers' own process: holds so many bogus connections to a server, each from another of this machine's
 * addresses. With `again` another one is opened a while after one was closed. Arguments: port, how many, `again` or
 * `once`, what kinds. Ends with its parent.
 */
const [port, count, mode, ...names] = process.argv.slice(2);
const chosen = names as KindName[];

/** How many are opened at a time, and every how many ms: the same process would otherwise be busy with nothing else. */
const atOnce = 50;
const every = 20;
/** How long a connection is held that the server has ended, and how long after that the next one comes, ms. */
const held = 60_000;
const pause = 10_000;

const wanted = Number(count);
const tally = { opened: 0, closed: 0 };
let missing = wanted;

// On the internet the attackers have machines of their own; here they share this one with the people in the call.
setPriority(19);

function openOne(): void {
  const index = tally.opened;
  tally.opened += 1;
  missing -= 1;
  // As many addresses as there are connections at a time, none of them anybody's.
  const place = index % wanted;
  const localAddress = `127.${10 + (place >> 16)}.${(place >> 8) & 0xff}.${place & 0xff || 1}`;
  // Does not say goodbye when the server does.
  const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress, allowHalfOpen: true });
  socket.once('connect', () => attackOver(socket, kinds[chosen[index % chosen.length]!]));
  socket.on('error', () => {});
  socket.once('end', () => setTimeout(() => socket.destroy(), held));
  socket.once('close', () => {
    tally.closed += 1;
    if (mode === 'again') setTimeout(() => (missing += 1), pause);
  });
}

setInterval(() => {
  for (let i = 0; i < atOnce && missing > 0; i += 1) openOne();
}, every);
setInterval(() => process.send?.(tally), 200);
process.once('disconnect', () => process.exit());
