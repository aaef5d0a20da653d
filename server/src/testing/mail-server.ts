import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server';

const file = (name: string) => readFileSync(new URL(`./tls/${name}`, import.meta.url));
export const certificate = file('localhost.crt');

/** What happens to the next message: it is refused with a code, or taken but the connection dies before the answer. */
type Mishap = { at: 'sender' | 'recipient' | 'data'; code: number } | 'taken, unanswered';

interface Received {
  from: string;
  to: string[];
  /** With its headers, as it crossed the wire. */
  source: string;
  encrypted: boolean;
}

/** A mail server on loopback with STARTTLS and passwords. */
export class MailServer {
  readonly received: Received[] = [];
  /** What happens to the next messages, one after the other. */
  readonly mishaps: Mishap[] = [];
  readonly #smtp: SMTPServer;
  readonly #sockets = new Set<Socket>();

  private constructor(users: Record<string, string> | null, withTls: boolean) {
    this.#smtp = new SMTPServer({
      cert: certificate,
      key: file('localhost.key'),
      disabledCommands: [...(users === null ? ['AUTH'] : []), ...(withTls ? [] : ['STARTTLS'])],
      authOptional: users === null,
      onAuth: ({ username = '', password }, _session, done) => {
        if (users?.[username] === password) done(null, { user: username });
        else done(Object.assign(new Error('Authentication credentials invalid'), { responseCode: 535 }));
      },
      onMailFrom: (_address, _session, done) => done(this.#refusalAt('sender')),
      onRcptTo: (_address, _session, done) => done(this.#refusalAt('recipient')),
      onData: (stream, { secure, envelope }, done) => void this.#receive(stream, secure, envelope, done),
    });
    // A client that goes away in the middle is no fault of the server.
    this.#smtp.on('error', () => {});
  }

  static async start({
    users = null,
    withTls = true,
  }: { users?: Record<string, string> | null; withTls?: boolean } = {}): Promise<MailServer> {
    const server = new MailServer(users, withTls);
    const listening = server.#smtp.listen(0, '127.0.0.1');
    listening.on('connection', (socket: Socket) => server.#sockets.add(socket));
    await once(listening, 'listening');
    return server;
  }

  get port(): number {
    return (this.#smtp.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((done) => this.#smtp.close(done));
  }

  async #receive(
    stream: SMTPServerDataStream,
    encrypted: boolean,
    { mailFrom, rcptTo }: { mailFrom: SMTPServerAddress | false; rcptTo: SMTPServerAddress[] },
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const source = await text(stream);
    const refusal = this.#refusalAt('data');
    if (refusal !== null) return done(refusal);
    const from = mailFrom === false ? '' : mailFrom.address;
    this.received.push({ from, to: rcptTo.map(({ address }) => address), source, encrypted });
    if (this.mishaps[0] !== 'taken, unanswered') return done();
    this.mishaps.shift();
    for (const socket of this.#sockets) socket.destroy();
  }

  #refusalAt(at: 'sender' | 'recipient' | 'data'): Error | null {
    const mishap = this.mishaps[0];
    if (mishap === undefined || mishap === 'taken, unanswered' || mishap.at !== at) return null;
    this.mishaps.shift();
    return Object.assign(new Error('not now'), { responseCode: mishap.code });
  }
}
