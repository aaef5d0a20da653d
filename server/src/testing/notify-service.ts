import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { NotifySettings } from '../invitations/settings.ts';

const order = z.object({
  phone_number: z.string().optional(),
  email_address: z.string().optional(),
  template_id: z.string(),
  personalisation: z.object({ subject: z.string(), message: z.string() }),
  reference: z.string(),
});

interface Accepted {
  id: string;
  type: 'sms' | 'email';
  to: string;
  reference: string;
  subject: string;
  message: string;
  status: string;
}

/**
 * What happens to the next message: it is refused with that answer; taken, but the line is cut before the answer; taken
 * or not, and never answered while the line stays open.
 */
type Mishap =
  | { status: number; error: string; message: string }
  | { status: number; body: string }
  | 'taken, cut off'
  | 'taken, unanswered'
  | 'unanswered';

/** A server on loopback that speaks version 2 of GOV.UK Notify's HTTP API, and checks its tokens as that does. */
export class NotifyService {
  readonly settings: NotifySettings;
  /** What was taken to be sent, in order. */
  readonly accepted: Accepted[] = [];
  /** What happens to the next messages, one after the other. */
  readonly mishaps: Mishap[] = [];
  /** `POST /v2/notifications/sms` and so on, as they came. */
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #now: () => number;

  private constructor(server: Server, now: () => number) {
    const { port } = server.address() as AddressInfo;
    this.#server = server;
    this.#now = now;
    this.settings = {
      url: `http://127.0.0.1:${port}`,
      serviceId: randomUUID(),
      secret: randomUUID(),
      smsTemplate: randomUUID(),
      emailTemplate: randomUUID(),
    };
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(now: () => number = Date.now): Promise<NotifyService> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new NotifyService(server, now);
  }

  /** As it is given to who may send. */
  get apiKey(): string {
    return `front_door-${this.settings.serviceId}-${this.settings.secret}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    this.requests.push(`${method} ${url.split('?')[0]}`);
    const refuse = (status: number, error: string, message: string) =>
      send(response, status, { status_code: status, errors: [{ error, message }] });
    const wrong = this.#wrongWith(request.headers.authorization ?? '');
    if (wrong !== null) return refuse(403, 'AuthError', wrong);
    const { pathname, searchParams } = new URL(url, this.settings.url);
    const [, version, what, which] = pathname.split('/');
    if (version !== 'v2' || what !== 'notifications') return refuse(404, 'NoResultFound', 'No result found');
    if (method === 'POST' && (which === 'sms' || which === 'email')) {
      return this.#take(request, response, which, refuse);
    }
    if (method !== 'GET') return refuse(405, 'MethodNotAllowed', 'The method is not allowed');
    if (which === undefined) {
      const found = this.accepted.filter(({ reference }) => reference === searchParams.get('reference'));
      return send(response, 200, { notifications: found.map(asNotification), links: { current: url } });
    }
    const found = this.accepted.find(({ id }) => id === which);
    if (found === undefined) return refuse(404, 'NoResultFound', 'No result found');
    send(response, 200, asNotification(found));
  }

  async #take(
    request: IncomingMessage,
    response: ServerResponse,
    type: 'sms' | 'email',
    refuse: (status: number, error: string, message: string) => void,
  ): Promise<void> {
    const parsed = order.safeParse(JSON.parse(await text(request)));
    if (!parsed.success) return refuse(400, 'ValidationError', parsed.error.issues[0]!.path.join(' '));
    const {
      template_id: template,
      personalisation,
      reference,
      phone_number: phone,
      email_address: email,
    } = parsed.data;
    const to = type === 'sms' ? phone : email;
    if (to === undefined)
      return refuse(
        400,
        'ValidationError',
        `${type === 'sms' ? 'phone_number' : 'email_address'} is a required property`,
      );
    if (template !== (type === 'sms' ? this.settings.smsTemplate : this.settings.emailTemplate)) {
      return refuse(400, 'BadRequestError', 'Template not found');
    }
    const mishap = this.mishaps.shift();
    if (typeof mishap === 'object') {
      if ('error' in mishap) return refuse(mishap.status, mishap.error, mishap.message);
      return void response.writeHead(mishap.status).end(mishap.body);
    }
    if (mishap === 'unanswered') return;
    const taken = { id: randomUUID(), type, to, reference, ...personalisation, status: 'created' };
    this.accepted.push(taken);
    if (mishap === 'taken, unanswered') return;
    if (mishap === 'taken, cut off') return void request.socket.destroy();
    send(response, 201, { id: taken.id, reference, content: { body: taken.message }, uri: '', template: {} });
  }

  #wrongWith(authorization: string): string | null {
    const { serviceId, secret } = this.settings;
    const now = Math.floor(this.#now() / 1000);
    try {
      const token = jwt.verify(authorization.replace(/^Bearer /, ''), secret, {
        algorithms: ['HS256'],
        issuer: serviceId,
        clockTimestamp: now,
      });
      const { iat = 0 } = token as jwt.JwtPayload;
      return Math.abs(now - iat) > 30 ? 'Error: Your system clock must be accurate to within 30 seconds' : null;
    } catch {
      return 'Invalid token: API key not found';
    }
  }
}

const asNotification = ({ id, type, to, reference, message, status }: Accepted) => ({
  id,
  type,
  reference,
  status,
  body: message,
  [type === 'sms' ? 'phone_number' : 'email_address']: to,
});

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
