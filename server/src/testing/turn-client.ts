import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IceServer } from '@front-door/shared/protocol/media.ts';
import type { TurnLine } from './turn-line.ts';

/** Methods and attributes of RFC 8656 and RFC 8489. */
const methods = { allocate: 0x003, refresh: 0x004, permit: 0x008, sendIndication: 0x016, dataIndication: 0x017 };
const attributes = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  lifetime: 0x000d,
  peer: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  transport: 0x0019,
};
const magic = 0x2112a442;

type Attributes = Array<[type: number, value: Buffer]>;

/** Somebody at the relay without a browser, who asks it for whatever they like. Answers are error codes; 0 is a yes. */
export class TurnClient {
  readonly #line: TurnLine;
  readonly #credentials: Pick<IceServer, 'username' | 'credential'>;
  #realm: Buffer = Buffer.alloc(0);
  #nonce: Buffer = Buffer.alloc(0);

  constructor(line: TurnLine, credentials: IceServer) {
    this.#line = line;
    this.#credentials = credentials;
  }

  /** @param protocol of the relayed address, by IANA's number: 17 is UDP, 6 is TCP */
  allocate(protocol = 17): Promise<number> {
    return this.#ask(methods.allocate, [[attributes.transport, Buffer.from([protocol, 0, 0, 0])]]);
  }

  refresh(seconds = 600): Promise<number> {
    const lifetime = Buffer.alloc(4);
    lifetime.writeUInt32BE(seconds);
    return this.#ask(methods.refresh, [[attributes.lifetime, lifetime]]);
  }

  /** Asks to be led to an address. */
  permit(address: string): Promise<number> {
    return this.#ask(methods.permit, [[attributes.peer, peerAddress(address, 0)]]);
  }

  /** Sends by way of the relay, whether or not that is permitted; gives what comes back. */
  async exchange(address: string, port: number, data: string): Promise<string> {
    const heard = this.#send(address, port, data);
    for (;;) {
      const [packet] = (await once(this.#line, 'message')) as [Buffer];
      if (packet.readUInt16BE(0) !== methods.dataIndication) continue;
      heard();
      return read(packet).get(attributes.data)!.toString();
    }
  }

  /** The same, once, for what should not arrive. */
  send(address: string, port: number, data: string): void {
    this.#send(address, port, data)();
  }

  close(): void {
    this.#line.close();
  }

  #send(address: string, port: number, data: string): () => void {
    return this.#line.write(
      message(methods.sendIndication, randomBytes(12), [
        [attributes.peer, peerAddress(address, port)],
        [attributes.data, Buffer.from(data)],
      ]),
    );
  }

  async #ask(method: number, wanted: Attributes): Promise<number> {
    for (let isSecond = false; ; isSecond = true) {
      const transaction = randomBytes(12);
      const signed = this.#nonce.length > 0;
      const heard = this.#line.write(
        signed ? this.#sign(method, transaction, wanted) : message(method, transaction, wanted),
      );
      const answer = read(await this.#answer(transaction).finally(heard));
      const error = answer.get(attributes.error);
      if (error === undefined) return 0;
      const code = error[2]! * 100 + error[3]!;
      // What to sign with is said once the first question is refused, and again when it has grown old.
      if (isSecond || !(code === 438 || (code === 401 && !signed))) return code;
      this.#realm = answer.get(attributes.realm)!;
      this.#nonce = answer.get(attributes.nonce)!;
    }
  }

  async #answer(transaction: Buffer): Promise<Buffer> {
    for (;;) {
      const [packet] = (await once(this.#line, 'message')) as [Buffer];
      if (packet.subarray(8, 20).equals(transaction)) return packet;
    }
  }

  #sign(method: number, transaction: Buffer, wanted: Attributes): Buffer {
    const { username, credential } = this.#credentials;
    const unsigned: Attributes = [
      ...wanted,
      [attributes.username, Buffer.from(username)],
      [attributes.realm, this.#realm],
      [attributes.nonce, this.#nonce],
    ];
    const key = createHash('md5').update(`${username}:${this.#realm.toString()}:${credential}`).digest();
    // Signed is everything before the signature, under the length that it has with it.
    const whole = message(method, transaction, [...unsigned, [attributes.integrity, Buffer.alloc(20)]]);
    const signature = createHmac('sha1', key).update(whole.subarray(0, -24)).digest();
    return message(method, transaction, [...unsigned, [attributes.integrity, signature]]);
  }
}

function message(type: number, transaction: Buffer, parts: Attributes): Buffer {
  const body = Buffer.concat(
    parts.flatMap(([name, value]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16BE(name);
      head.writeUInt16BE(value.length, 2);
      return [head, value, Buffer.alloc(-value.length & 3)];
    }),
  );
  const head = Buffer.alloc(8);
  head.writeUInt16BE(type);
  head.writeUInt16BE(body.length, 2);
  head.writeUInt32BE(magic, 4);
  return Buffer.concat([head, transaction, body]);
}

function read(packet: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= packet.length;) {
    const length = packet.readUInt16BE(at + 2);
    found.set(packet.readUInt16BE(at), packet.subarray(at + 4, at + 4 + length));
    at += 4 + length + (-length & 3);
  }
  return found;
}

/** An IPv4 address and port, hidden as the RFC has it from what rewrites addresses on the way. */
function peerAddress(address: string, port: number): Buffer {
  const peer = Buffer.from([0, 1, 0, 0, ...address.split('.').map(Number)]);
  peer.writeUInt16BE(port ^ (magic >>> 16), 2);
  peer.writeUInt32BE((peer.readUInt32BE(4) ^ magic) >>> 0, 4);
  return peer;
}
