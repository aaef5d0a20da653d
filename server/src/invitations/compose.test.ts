import { languageCodes, type Language } from '@front-door/shared/i18n/languages.ts';
import { describe, expect, it } from 'vitest';
import { compose, type InvitationParts } from './compose.ts';
import { fragments } from './gsm.ts';

const at = Date.UTC(2026, 10, 23, 14, 30);
const secret = '_Aa-zZ09_Aa-zZ09_Aa-zZ';
/** As long as is promised: a practice's name of 40 characters, and a host of 35. */
const longest = {
  name: 'Surgery of Saint Willowbrook under Lyme!',
  origin: 'https://video.willowbrook-surgery.nhs.uk.xy',
};

type Change = Partial<{ [K in keyof InvitationParts]: Partial<InvitationParts[K]> }>;

function message(change: Change, origin = longest.origin) {
  const parts: InvitationParts = {
    invitation: {
      id: '8f6b6c4e-5c0a-4d0f-9a43-0c7b2f6f3a10',
      practiceId: 'p',
      consultationId: 'c',
      kind: 'invitation',
      channel: 'sms',
      recipient: '+447700900123',
      language: 'en',
      state: 'sending',
      attempts: 1,
      dueAt: 0,
      linkId: null,
      reference: null,
      problem: null,
      createdAt: at,
      sentAt: null,
      settledAt: null,
      ...change.invitation,
    },
    consultation: {
      id: 'c',
      practiceId: 'p',
      clinicId: null,
      expectedAt: null,
      patientName: 'Ann Example',
      patientPhone: '07700 900123',
      noShowAt: null,
      clinicianId: null,
      clinicianName: 'Dr Asha Patel',
      createdAt: at,
      validUntil: at,
      callStartedAt: null,
      endedAt: null,
      ...change.consultation,
    },
    practice: {
      id: 'p',
      name: longest.name,
      phone: '020 7946 0018',
      agreement: 'I agree.',
      timeZone: 'Europe/London',
      showsPlace: true,
      showsWait: true,
      placeKeptMinutes: 10,
      repliesAllowed: true,
      afterText: null,
      afterLink: null,
      feedbackWanted: true,
      demo: false,
      createdAt: at,
      ...change.practice,
    },
  };
  return compose(parts, origin, secret);
}

const occasions = [
  ['now', {}],
  ['by appointment', { consultation: { expectedAt: at } }],
  ['reminded', { consultation: { expectedAt: at }, invitation: { kind: 'reminder' as const } }],
] as const;

const sms = (language: Language, change: Change) =>
  message({ ...change, invitation: { ...change.invitation, language } }).text;

describe('[INVITE-2] a text message', () => {
  it('is measured with what is promised to fit', () => {
    expect(longest.name).toHaveLength(40);
    expect(new URL(longest.origin).host).toHaveLength(35);
  });

  it.each(
    (['en', 'cy', 'pl', 'ro'] as const).flatMap((language) =>
      occasions.map((occasion) => [language, ...occasion] as const),
    ),
  )('is a single one in %s, %s, with the whole link at its end', (language, _occasion, change) => {
    const text = sms(language, change);
    expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(fragments(text)).toBe(1);
    expect(text.startsWith(`${longest.name}: `)).toBe(true);
    expect(text.endsWith(` ${longest.origin}/v#${secret}`)).toBe(true);
  });

  it.each(
    (['bn', 'pa', 'ur', 'ar'] as const).flatMap((language) =>
      occasions.map((occasion) => [language, ...occasion] as const),
    ),
  )('is at most three in %s, %s, whose letters take more room', (language, _occasion, change) => {
    const text = sms(language, change);
    expect(fragments(text)).toBeGreaterThan(1);
    expect(fragments(text)).toBeLessThanOrEqual(3);
    expect(text.endsWith(` ${longest.origin}/v#${secret}`)).toBe(true);
  });

  it('keeps to the alphabet of text messages whatever the practice is called', () => {
    const name = 'Meddygfa Tŷ’r Felin – “Św. Łucja” ☺';
    expect(sms('cy', { practice: { name } }).split(': ')[0]).toBe('Meddygfa Ty\'r Felin - "Sw. Lucja" ?');
    expect(sms('ar', { practice: { name } })).toContain(name);
  });

  it.each([
    ['x'.repeat(160), 1],
    ['x'.repeat(161), 2],
    ['x'.repeat(306), 2],
    ['x'.repeat(307), 3],
    [`${'x'.repeat(158)}€`, 1],
    [`${'x'.repeat(159)}€`, 2],
    [`${'x'.repeat(69)}ŷ`, 1],
    [`${'x'.repeat(70)}ŷ`, 2],
    [`${'x'.repeat(133)}ŷ`, 2],
    [`${'x'.repeat(134)}ŷ`, 3],
  ])('is counted as it is paid: %#', (text, count) => {
    expect(fragments(text)).toBe(count);
  });

  it.each(languageCodes)('says the time on the practice’s own clock in %s', (language) => {
    const consultation = { expectedAt: Date.UTC(2026, 6, 1, 22, 5) };
    expect(sms(language, { consultation })).toContain('01/07 23:05');
    expect(sms(language, { consultation, practice: { timeZone: 'Asia/Kolkata' } })).toContain('02/07 03:35');
  });
});

describe('[INVITE-1] in every language', () => {
  it.each(languageCodes)('%s has words of its own for each occasion, by SMS and by e-mail', (language) => {
    for (const channel of ['sms', 'email'] as const) {
      const all = occasions.map(([, change]) =>
        message({ ...change, invitation: { ...('invitation' in change && change.invitation), channel, language } }),
      );
      expect(new Set(all.map(({ text }) => text)).size).toBe(3);
      for (const { text } of all) {
        expect(text).toContain(`${longest.origin}/v#${secret}`);
        expect(text).not.toMatch(/undefined|null|\{|\$/);
      }
      if (language === 'en') continue;
      const [english] = occasions.map(([, change]) => message({ ...change, invitation: { channel } }));
      expect(all[0]!.text).not.toBe(english!.text);
    }
  });

  it.each([
    ['en', 'Monday 23 November at 14:30'],
    ['cy', 'Dydd Llun, 23 Tachwedd am 14:30'],
    ['ar', 'الاثنين، 23 نوفمبر في 14:30'],
  ] as const)('an e-mail in %s writes the time out', (language, when) => {
    const { subject, text } = message({
      invitation: { channel: 'email', language },
      consultation: { expectedAt: at },
    });
    expect(subject).toContain(when);
    expect(text).toContain(when);
    expect(text).toContain('020 7946 0018');
  });

  it('nobody is named, and neither is what it is about', () => {
    for (const channel of ['sms', 'email'] as const) {
      const { subject, text, calendar } = message({ invitation: { channel }, consultation: { expectedAt: at } });
      expect([subject, text, calendar].join()).not.toMatch(/Ann|Example|Asha|Patel|07700/);
    }
  });
});

describe('[INVITE-4] the file for calendars', () => {
  const file = (change: Change = {}) =>
    message({ invitation: { channel: 'email' }, consultation: { expectedAt: at }, ...change }).calendar!;
  const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  it('says when and where, in UTC, and ends its lines as it must', () => {
    const text = file();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = unfolded(text);
    expect(lines.slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Front Door//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:c@video.willowbrook-surgery.nhs.uk.xy',
        'DTSTAMP:20261123T143000Z',
        'DTSTART:20261123T143000Z',
        'DTEND:20261123T144500Z',
        `SUMMARY:${longest.name}: Your video consultation`,
        `URL:${longest.origin}/v#${secret}`,
        'CLASS:PRIVATE',
      ]),
    );
  });

  it('folds long lines at 75 bytes without tearing a character apart', () => {
    const name = 'ক্লিনিক '.repeat(9).trim();
    const text = file({ practice: { name }, invitation: { channel: 'email', language: 'bn' } });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(unfolded(text).join()).toContain(name);
  });

  it('takes no name for a part of its own', () => {
    const lines = unfolded(file({ practice: { name: 'A, B; C \\ D\r\nX-EVIL:1' } }));
    expect(lines).toContain('SUMMARY:A\\, B\\; C \\\\ D\\nX-EVIL:1: Your video consultation');
  });

  it('is the same for the same appointment, so that no calendar has it twice', () => {
    const uid = (text: string) => unfolded(text).find((line) => line.startsWith('UID:'));
    expect(uid(file({ invitation: { channel: 'email', kind: 'reminder' } }))).toBe(uid(file()));
  });

  it('is there for appointments only', () => {
    expect(message({ invitation: { channel: 'email' } }).calendar).toBeNull();
  });
});
