import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Turn } from '@front-door/server/src/media/turn.ts';
import { Coturn } from '@front-door/server/src/testing/coturn.ts';
import { TurnClient } from '@front-door/server/src/testing/turn-client.ts';
import { overUdp } from '@front-door/server/src/testing/turn-line.ts';

// A program for a host of its own: gets to the port it is given, on the address where media listens, by way of a relay
// beside it; says so, and ends. Where there is no way, it goes on trying.

const media = '127.0.0.1';
const port = Number(process.argv[2]);

const place = createSocket('udp4', (data, from) => place.send(data, from.port, from.address));
place.bind(port, media);
await once(place, 'listening');

const coturn = await Coturn.start({ media, address: '127.0.0.2', user: 'turnserver' });
// It listens a moment before it is the user's, whom the firewall knows it by; as a service it is that from the start.
while (!coturn.output.includes('New UID')) await setTimeout(10);
const [credentials] = new Turn({ urls: [], secret: coturn.secret, lifetime: 600 }, Date.now).forCall('a visit');
const stranger = new TurnClient(await overUdp(coturn), credentials!);
if ((await stranger.allocate()) !== 0 || (await stranger.permit(media)) !== 0) throw new Error(coturn.output);
process.stdout.write(await stranger.exchange(media, port, 'reached'));
await coturn.close();
process.exit();
