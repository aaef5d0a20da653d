import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotifyService } from '../testing/notify-service.ts';
import { notifyCarrier } from './notify.ts';
import { NotTaken, type Message } from './port.ts';
import type { NotifySettings } from './settings.ts';

let service: NotifyService;
beforeAll(async () => {
  service = await NotifyService.start();
});
beforeEach(() => {
  service.accepted.splice(0);
  service.mishaps.splice(0);
});
afterAll(() => service.close());

const never = new AbortController().signal;
const message = (): Message => ({
  name: randomUUID(),
  to: '+447700900123',
  practiceName: 'Willowbrook Surgery',
  subject: 'Your video consultation',
  text: 'Willowbrook Surgery: https://willowbrook.example/v#secret',
  calendar: null,
});
const carrier = (change: Partial<NotifySettings> = {}, now = Date.now, template = service.settings.smsTemplate!) =>
  notifyCarrier({ ...service.settings, ...change }, 'sms', template, now);

async function refusal(work: Promise<unknown>) {
  try {
    await work;
    return 'taken';
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    return { problem: error.problem, final: error.final };
  }
}

describe('[INVITE-10] GOV.UK Notify', () => {
  it('takes text messages and e-mails under our name, with the text as it is', async () => {
    const text = message();
    const sms = await carrier().send(text, never);
    const mail = { ...message(), to: 'ann@example.org' };
    const email = await notifyCarrier(service.settings, 'email', service.settings.emailTemplate!, Date.now).send(
      mail,
      never,
    );
    expect(service.accepted).toMatchObject([
      { id: sms, type: 'sms', to: text.to, reference: text.name, message: text.text },
      { id: email, type: 'email', to: mail.to, reference: mail.name, message: mail.text, subject: mail.subject },
    ]);
  });

  it.each([
    ['another secret', { secret: randomUUID() }, 0],
    ['another service', { serviceId: randomUUID() }, 0],
    ['a clock that is slow', {}, -31_000],
    ['a clock that is fast', {}, 31_000],
  ])('is asked with a token that it checks: %s', async (_what, change, off) => {
    const wrong = carrier(change, () => Date.now() + off);
    expect(await refusal(wrong.send(message(), never))).toEqual({ problem: 'set_up', final: false });
    expect(await refusal(wrong.find!('any', never))).toEqual({ problem: 'set_up', final: false });
    expect(service.accepted).toEqual([]);
  });

  it('says whether it has a message already, by our name', async () => {
    const sent = message();
    const id = await carrier().send(sent, never);
    expect(await carrier().find!(sent.name, never)).toBe(id);
    expect(await carrier().find!(randomUUID(), never)).toBeNull();
  });

  it('says what became of one', async () => {
    const id = await carrier().send(message(), never);
    for (const [status, fate] of [
      ['created', { state: 'sent' }],
      ['sending', { state: 'sent' }],
      ['pending', { state: 'sent' }],
      ['sent', { state: 'sent' }],
      ['delivered', { state: 'delivered' }],
      ['permanent-failure', { state: 'failed', problem: 'not_delivered' }],
      ['temporary-failure', { state: 'failed', problem: 'not_reachable' }],
      ['technical-failure', { state: 'failed', problem: 'service_down' }],
    ] as const) {
      service.accepted[0]!.status = status;
      expect(await carrier().fate!(id, never)).toEqual(fate);
    }
    expect(await carrier().fate!(randomUUID(), never)).toBeNull();
  });

  it.each([
    [400, 'ValidationError', 'phone_number Not enough digits', 'refused', true],
    [400, 'ValidationError', 'email_address Not a valid email address', 'refused', true],
    [400, 'ValidationError', 'template_id is not a valid UUID', 'set_up', true],
    [400, 'BadRequestError', 'Missing personalisation: message', 'set_up', true],
    [400, 'BadRequestError', 'Can’t send to this recipient using a team-only API key', 'set_up', true],
    [403, 'AuthError', 'Invalid token: API key not found', 'set_up', false],
    [429, 'RateLimitError', 'Exceeded rate limit for key type LIVE', 'service_down', false],
    [429, 'TooManyRequestsError', 'Exceeded send limits (50) for today', 'service_down', false],
    [500, 'Exception', 'Internal server error', 'service_down', false],
  ])('refuses with %i %s: %s', async (status, error, said, problem, final) => {
    service.mishaps.push({ status, error, message: said });
    expect(await refusal(carrier().send(message(), never))).toEqual({ problem, final });
  });

  it.each([
    ['a proxy’s page', { status: 502, body: '<html>Bad gateway</html>' }, false],
    ['a refusal without a reason', { status: 400, body: 'no' }, true],
    ['an answer without an id', { status: 201, body: '{}' }, false],
    ['no JSON at all', { status: 201, body: 'ok' }, false],
    ['nothing, and the line is cut', 'taken, cut off', false],
  ] as const)('answers with %s', async (_what, mishap, final) => {
    service.mishaps.push(mishap);
    expect(await refusal(carrier().send(message(), never))).toMatchObject({ final });
  });

  it('knows the template that is set, or it is our fault', async () => {
    const wrong = carrier({}, Date.now, randomUUID());
    expect(await refusal(wrong.send(message(), never))).toEqual({ problem: 'set_up', final: true });
  });

  it('is waited for no longer than it may take', async () => {
    service.mishaps.push('unanswered');
    const impatience = new AbortController();
    const sending = refusal(carrier().send(message(), impatience.signal));
    impatience.abort();
    expect(await sending).toEqual({ problem: 'service_down', final: false });
    expect(await refusal(carrier({ url: 'http://127.0.0.1:9' }).send(message(), never))).toEqual({
      problem: 'service_down',
      final: false,
    });
  });

  it('is not followed to another address, which would get the token and the text', async () => {
    const followed: string[] = [];
    const elsewhere = createServer((request, response) => {
      followed.push(request.url ?? '');
      if (request.url === '/there') response.end('{}');
      else response.writeHead(307, { location: '/there' }).end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    expect(await refusal(carrier({ url }).send(message(), never))).toMatchObject({ final: false });
    elsewhere.closeAllConnections();
    elsewhere.close();
    expect(followed).toEqual(['/v2/notifications/sms']);
  });
});
