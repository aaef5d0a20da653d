import { randomUUID } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { certificate, MailServer } from '../testing/mail-server.ts';
import { NotTaken, type Message } from './port.ts';
import { smtpCarrier } from './smtp.ts';

const never = new AbortController().signal;
const message = (change: Partial<Message> = {}): Message => ({
  name: randomUUID(),
  to: 'ann@example.org',
  practiceName: 'Willowbrook Surgery',
  subject: 'Your video consultation – Willowbrook Surgery',
  text: 'Open this link:\nhttps://willowbrook.example/v#secret\n',
  calendar: null,
  ...change,
});

let server: MailServer;
const begin = async (settings: Parameters<typeof MailServer.start>[0] = {}) => {
  server = await MailServer.start(settings);
};
afterEach(() => server.close());

const usual = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...usual, certificate.toString()]));
afterAll(() => setDefaultCACertificates(usual));

const carrier = (user = '', encrypted = true) =>
  smtpCarrier({ url: `smtp://${user}localhost:${server.port}`, from: 'video@willowbrook.example', encrypted });

async function refusal(work: Promise<unknown>) {
  try {
    await work;
    return 'taken';
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    return { problem: error.problem, final: error.final };
  }
}

/** The text of a part, out of the form in which it crossed the wire. */
const decoded = (source: string) =>
  source
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

describe('[INVITE-9] e-mail by SMTP', () => {
  it('comes from the practice, encrypted, with our name as its Message-ID', async () => {
    await begin();
    const sent = message();
    expect(await carrier().send(sent, never)).toBe(`<${sent.name}@willowbrook.example>`);
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: 'video@willowbrook.example', to: [sent.to], encrypted: true });
    expect(mail!.source).toContain('From: Willowbrook Surgery <video@willowbrook.example>');
    expect(mail!.source).toContain(`Message-ID: <${sent.name}@willowbrook.example>`);
    expect(mail!.source).toContain('Auto-Submitted: auto-generated');
    expect(decoded(mail!.source)).toContain('https://willowbrook.example/v#secret');
  });

  it('carries an appointment for the calendar', async () => {
    await begin();
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n';
    await carrier().send(message({ calendar }), never);
    const { source } = server.received[0]!;
    expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/);
    expect(source).toMatch(/Content-Disposition: attachment; filename=appointment\.ics/);
    expect(source.replaceAll('\r\n', '')).toContain(Buffer.from(calendar).toString('base64'));
    await carrier().send(message(), never);
    expect(server.received[1]!.source).not.toContain('text/calendar');
  });

  it('goes to one address, whatever stands in it', async () => {
    await begin();
    await refusal(carrier().send(message({ to: 'ann@example.org, eve@example.org' }), never));
    await refusal(carrier().send(message({ to: 'ann@example.org\r\nBcc: eve@example.org' }), never));
    expect(server.received.flatMap(({ to }) => to)).not.toContain('eve@example.org');
  });

  it('[SEC-8] has no more headers and recipients than we gave it, whatever stands in names and subjects', async () => {
    await begin();
    const more = '\r\nBcc: eve@example.org\r\nX-Mine: yes\r\n\r\nAnother body';
    for (const [what, bad] of [
      ['practiceName', `Willowbrook${more}`],
      ['practiceName', 'Eve <eve@example.org>, Willowbrook'],
      ['practiceName', '"Eve" <eve@example.org>\nBcc: eve@example.org'],
      ['subject', `Your consultation${more}`],
      ['subject', '=?utf-8?Q?=0D=0ABcc:_eve@example.org?='],
      ['name', `${randomUUID()}>${more}`],
    ] as const) {
      server.received.length = 0;
      await refusal(carrier().send(message({ [what]: bad }), never));
      for (const { from, to, source } of server.received) {
        expect({ what, from, to }).toEqual({ what, from: 'video@willowbrook.example', to: ['ann@example.org'] });
        const [head = ''] = source.split('\r\n\r\n');
        const names = head.split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
        expect(names).not.toContain('bcc');
        expect(names).not.toContain('x-mine');
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  it('signs in with a password', async () => {
    await begin({ users: { 'willow@brook': 'p:ss/word' } });
    await carrier('willow%40brook:p%3Ass%2Fword@').send(message(), never);
    expect(server.received).toHaveLength(1);
    expect(await refusal(carrier('willow%40brook:wrong@').send(message(), never))).toEqual({
      problem: 'set_up',
      final: false,
    });
    expect(server.received).toHaveLength(1);
  });

  it('does not go, nor say its password, where it cannot be encrypted', async () => {
    await begin({ users: { willow: 'brook' }, withTls: false });
    expect(await refusal(carrier('willow:brook@').send(message(), never))).toEqual({ problem: 'set_up', final: false });
    expect(server.received).toEqual([]);
    await carrier('willow:brook@', false).send(message(), never);
    expect(server.received).toMatchObject([{ encrypted: false }]);
  });

  it('does not go to a server that is not whom it says', async () => {
    await begin();
    setDefaultCACertificates(usual);
    expect(await refusal(carrier().send(message(), never))).toMatchObject({ final: false });
    setDefaultCACertificates([...usual, certificate.toString()]);
    expect(server.received).toEqual([]);
  });
});

describe('[INVITE-6] what a mail server does not take', () => {
  it.each([
    ['recipient', 450, 'service_down', false],
    ['recipient', 550, 'refused', true],
    ['sender', 451, 'service_down', false],
    ['sender', 553, 'set_up', true],
    ['data', 451, 'service_down', false],
    ['data', 554, 'refused', true],
  ] as const)('at the %s, with %i', async (at, code, problem, final) => {
    await begin();
    server.mishaps.push({ at, code });
    expect(await refusal(carrier().send(message(), never))).toEqual({ problem, final });
    expect(server.received).toEqual([]);
    expect(await refusal(carrier().send(message(), never))).toBe('taken');
    expect(server.received).toHaveLength(1);
  });

  it('because nobody listens, or it takes too long', async () => {
    await begin();
    const impatience = new AbortController();
    impatience.abort();
    expect(await refusal(carrier().send(message(), impatience.signal))).toEqual({
      problem: 'service_down',
      final: false,
    });
    const gone = carrier();
    await server.close();
    expect(await refusal(gone.send(message(), never))).toEqual({ problem: 'service_down', final: false });
    await begin();
  });
});

describe('[INVITE-7] a mail server that takes a message and dies before it says so', () => {
  it('gets a second copy under the same Message-ID, which is better than none', async () => {
    await begin();
    server.mishaps.push('taken, unanswered');
    const sent = message();
    expect(await refusal(carrier().send(sent, never))).toEqual({ problem: 'service_down', final: false });
    await carrier().send(sent, never);
    const ids = server.received.map(({ source }) => /^Message-ID: (.+)$/m.exec(source)![1]!.trim());
    expect(ids).toEqual(Array.from({ length: 2 }, () => `<${sent.name}@willowbrook.example>`));
  });

  it('cannot be asked, and nobody pretends that it can', () => {
    const { find, fate } = smtpCarrier({
      url: 'smtp://localhost',
      from: 'video@willowbrook.example',
      encrypted: false,
    });
    expect([find, fate]).toEqual([undefined, undefined]);
  });
});
