import type { InvitationChannel } from '@front-door/shared/domain/invitations.ts';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { NotTaken, type Carrier, type Fate, type Message } from './port.ts';
import type { NotifySettings } from './settings.ts';

/** How long an answer may take, ms. */
const patience = 20_000;

const taken = z.object({ id: z.uuid() });
const list = z.object({ notifications: z.array(taken) });
const status = z.object({ status: z.string() });
const refusal = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) });

/** What the service says of a message, apart from being on its way. */
const fates: Record<string, Fate> = {
  delivered: { state: 'delivered' },
  'permanent-failure': { state: 'failed', problem: 'not_delivered' },
  'temporary-failure': { state: 'failed', problem: 'not_reachable' },
  'technical-failure': { state: 'failed', problem: 'service_down' },
};

/**
 * GOV.UK Notify, version 2 of its HTTP API, for text messages or for e-mails. The body of the template is `((message))`;
 * an e-mail's subject is `((subject))`.
 */
export function notifyCarrier(
  settings: NotifySettings,
  channel: InvitationChannel,
  template: string,
  now: () => number,
): Carrier {
  const ask = (method: 'GET' | 'POST', path: string, signal: AbortSignal, body?: object) =>
    request(settings, now(), method, path, signal, body);
  return {
    send: async ({ name, to, subject, text }: Message, signal) => {
      const answer = await ask('POST', `/v2/notifications/${channel}`, signal, {
        [channel === 'sms' ? 'phone_number' : 'email_address']: to,
        template_id: template,
        personalisation: { subject, message: text },
        reference: name,
      });
      if (answer.status !== 201) throw await asRefusal(answer);
      return (await read(answer, taken)).id;
    },
    find: async (name, signal) => {
      const answer = await ask('GET', `/v2/notifications?reference=${encodeURIComponent(name)}`, signal);
      if (answer.status !== 200) throw await asRefusal(answer);
      return (await read(answer, list)).notifications[0]?.id ?? null;
    },
    fate: async (reference, signal) => {
      const answer = await ask('GET', `/v2/notifications/${encodeURIComponent(reference)}`, signal);
      if (answer.status === 404) return null;
      if (answer.status !== 200) throw await asRefusal(answer);
      return fates[(await read(answer, status)).status] ?? { state: 'sent' };
    },
  };
}

async function request(
  { url, serviceId, secret }: NotifySettings,
  now: number,
  method: string,
  path: string,
  signal: AbortSignal,
  body?: object,
): Promise<Response> {
  const token = jwt.sign({ iss: serviceId, iat: Math.floor(now / 1000) }, secret, { algorithm: 'HS256' });
  try {
    return await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new NotTaken('service_down', { final: false });
  }
}

/** Whatever does not look as it should is a fault of the service: it may have taken the message, or not. */
async function read<S extends z.ZodType>(answer: Response, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(await answer.json().catch(() => null));
  if (!parsed.success) throw new NotTaken('service_down', { final: false });
  return parsed.data;
}

async function asRefusal(answer: Response): Promise<NotTaken> {
  // A key that was revoked, or a clock that is wrong, can be put right while the message waits.
  if (answer.status === 401 || answer.status === 403) return new NotTaken('set_up', { final: false });
  if (answer.status === 429 || answer.status >= 500) return new NotTaken('service_down', { final: false });
  const said = refusal.safeParse(await answer.json().catch(() => null));
  const [first] = said.success ? said.data.errors : [];
  const isRecipient = first?.error === 'ValidationError' && /^(phone_number|email_address)\b/.test(first.message);
  return new NotTaken(isRecipient ? 'refused' : 'set_up', { final: true });
}
