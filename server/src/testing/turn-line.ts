import { createSocket } from 'node:dgram';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';

interface Relay {
  port: number;
  address: string;
}

/** A way to a relay on which whole messages go and come. */
export interface TurnLine extends EventEmitter<{ message: [Buffer] }> {
  /** Until what is returned is called, if it may get lost, again and again. */
  write(message: Buffer): () => void;
  close(): void;
}

export async function overUdp({ port, address }: Relay): Promise<TurnLine> {
  const socket = createSocket('udp4');
  socket.bind(0, address);
  await once(socket, 'listening');
  const messages = new EventEmitter<{ message: [Buffer] }>();
  socket.on('message', (message) => messages.emit('message', message));
  return Object.assign(messages, {
    write: (message: Buffer) => {
      const send = () => socket.send(message, port, address);
      send();
      const again = setInterval(send, 500);
      return () => clearInterval(again);
    },
    close: () => void socket.close(),
  });
}

export async function overTcp({ port, address }: Relay): Promise<TurnLine> {
  const socket = connect(port, address);
  await once(socket, 'connect');
  const messages = new EventEmitter<{ message: [Buffer] }>();
  let waiting = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    waiting = Buffer.concat([waiting, data]);
    // A message's head of 20 bytes says how much follows.
    while (waiting.length >= 20 && waiting.length >= 20 + waiting.readUInt16BE(2)) {
      const length = 20 + waiting.readUInt16BE(2);
      messages.emit('message', waiting.subarray(0, length));
      waiting = waiting.subarray(length);
    }
  });
  return Object.assign(messages, {
    write: (message: Buffer) => {
      socket.write(message);
      return () => {};
    },
    close: () => void socket.destroy(),
  });
}
