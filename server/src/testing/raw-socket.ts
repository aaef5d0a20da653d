import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const path = '/socket.io/?EIO=4&transport=websocket';

interface Frame {
  /** 1 text, 2 binary, 8 close, 9 ping; others mean nothing. */
  opcode?: number;
  fin?: boolean;
  masked?: boolean;
  /** What the header says of the payload's length, whatever it is. */
  claimedLength?: number;
}

/** A WebSocket by hand: what no browser and no library would send. */
export class RawSocket {
  readonly #socket: Socket;
  readonly #received: string[] = [];
  #unread = Buffer.alloc(0);
  #waiting: Array<() => void> = [];
  /** The answer to the handshake: its status line, and all of it. */
  status = '';
  head = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('data', (data) => this.#read(data));
    socket.on('close', () => this.#wake());
  }

  /** Resolves with the answer to the WebSocket handshake, whatever it is. */
  static async open(origin: string, headers: Record<string, string> = {}, at = path): Promise<RawSocket> {
    const { hostname, port, host } = new URL(origin);
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
    const raw = new RawSocket(socket);
    await once(socket, 'connect');
    const all = {
      Host: host,
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      ...headers,
    };
    socket.write(
      [`GET ${at} HTTP/1.1`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n'),
    );
    while (raw.status === '' && !raw.isClosed) await raw.#news();
    return raw;
  }

  /** Opens it, and a socket.io connection in it. */
  static async join(origin: string, token: string): Promise<RawSocket> {
    const raw = await RawSocket.open(origin);
    raw.send(`40${JSON.stringify({ token })}`);
    await raw.hears((text) => text.startsWith('40') || text.startsWith('44'));
    return raw;
  }

  get isClosed(): boolean {
    return this.#socket.closed || this.#socket.destroyed;
  }

  /** The text frames so far. */
  get received(): readonly string[] {
    return this.#received;
  }

  send(payload: string | Buffer, { opcode, fin = true, masked = true, claimedLength }: Frame = {}): void {
    const body = Buffer.from(payload as Buffer);
    const first = (fin ? 0x80 : 0) | (opcode ?? (typeof payload === 'string' ? 1 : 2));
    const length = lengthBytes(claimedLength ?? body.length);
    length[0]! |= masked ? 0x80 : 0;
    const mask = masked ? randomBytes(4) : Buffer.alloc(0);
    const hidden = masked ? body.map((byte, index) => byte ^ mask[index % 4]!) : body;
    this.write(Buffer.concat([Buffer.from([first]), length, mask, hidden]));
  }

  /** Bytes outside of any frame. */
  write(bytes: Buffer): void {
    this.#socket.write(bytes);
  }

  /** Sends an event of socket.io's, with an id for the answer unless it is null. */
  emit(id: number | null, ...event: unknown[]): void {
    this.send(`42${id ?? ''}${JSON.stringify(event)}`);
  }

  /** The first text that fits, as soon as there is one; null when the connection was closed before. */
  async hears(fits: (text: string) => boolean): Promise<string | null> {
    for (;;) {
      const found = this.#received.find(fits);
      if (found !== undefined) return found;
      if (this.isClosed) return null;
      await this.#news();
    }
  }

  /** Says every second that it is alive, so that only a limit ends it and not silence. */
  stayAlive(): void {
    const alive = setInterval(() => this.send('3'), 1_000);
    this.#socket.once('close', () => clearInterval(alive));
  }

  /** From now on nothing is read, so that the other side's writes pile up. */
  stopReading(): void {
    this.#socket.pause();
  }

  async closed(): Promise<void> {
    while (!this.isClosed) await this.#news();
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(data: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, data]);
    if (this.status === '') this.#readHead();
    if (this.status.includes('101')) this.#readFrames();
    this.#wake();
  }

  #readHead(): void {
    const end = this.#unread.indexOf('\r\n\r\n');
    if (end === -1) return;
    this.head = this.#unread.subarray(0, end).toString();
    this.status = this.head.split('\r\n')[0]!;
    this.#unread = this.#unread.subarray(end + 4);
  }

  /** A server's frames are not masked and, from this one, never in pieces. */
  #readFrames(): void {
    for (;;) {
      const short = (this.#unread[1] ?? 0) & 0x7f;
      const header = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (this.#unread.length < header) return;
      const long = () => Number(this.#unread.readBigUInt64BE(2));
      const length = short === 127 ? long() : short === 126 ? this.#unread.readUInt16BE(2) : short;
      if (this.#unread.length < header + length) return;
      const opcode = this.#unread[0]! & 0x0f;
      if (opcode === 8) this.#socket.destroy();
      if (opcode === 1) this.#received.push(this.#unread.toString('utf8', header, header + length));
      this.#unread = this.#unread.subarray(header + length);
    }
  }

  #news(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

function lengthBytes(length: number): Buffer {
  if (length < 126) return Buffer.from([length]);
  if (length < 65_536) return Buffer.from([126, length >> 8, length & 0xff]);
  const bytes = Buffer.alloc(9);
  bytes[0] = 127;
  bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}
