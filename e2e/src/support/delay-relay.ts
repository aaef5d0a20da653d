import { createSocket, type Socket } from 'node:dgram';
import { createInterface } from 'node:readline';

/**
 * A program for a router: takes packets of UDP to some ports, and brings them to the same port of a server later, and
 * the answers back later. Arguments: the server's address, and the ports. Each line of its input is by how many
 * milliseconds, each way; at first by none. Says when it is ready.
 */
const [server = '', ...ports] = process.argv.slice(2);
let delay = 0;
createInterface({ input: process.stdin })
  .on('line', (line) => (delay = Number(line)))
  // Whoever started it is gone.
  .on('close', () => process.exit());

await Promise.all(ports.map((port) => relay(Number(port))));
process.stdout.write('ready\n');

async function relay(port: number): Promise<void> {
  const outer = createSocket('udp4');
  const inner = new Map<string, Promise<Socket>>();
  outer.on('message', (packet, client) => {
    const name = `${client.address}:${client.port}`;
    const way = inner.get(name) ?? open((answer) => later(outer, answer, client.port, client.address));
    inner.set(name, way);
    void way.then((socket) => later(socket, packet, port, server));
  });
  await bound(outer, port);
}

async function open(answered: (packet: Buffer) => void): Promise<Socket> {
  const socket = createSocket('udp4').on('message', answered);
  await bound(socket, 0);
  return socket;
}

function bound(socket: Socket, port: number): Promise<void> {
  return new Promise((done) => socket.bind(port, done));
}

function later(socket: Socket, packet: Buffer, port: number, address: string): void {
  // What the router throws away on its way out is reported here, and of no interest.
  setTimeout(() => socket.send(packet, port, address, () => undefined), delay);
}
