import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAppointments } from './appointments.ts';

const now = Date.parse('2026-03-02T09:00:00Z');
const asha = { id: 'the id of Asha', name: 'Dr Asha Patel' };
const sian = { id: 'the id of Siân', name: 'Dr Siân Hughes' };
const circumstances = { timeZone: 'Europe/London', now, clinicians: [asha, sian] };

const read = (csv: string) => readAppointments(csv, circumstances);
const timesIn = (csv: string) =>
  read(csv).appointments.map(({ expectedAt }) => new Date(expectedAt).toISOString().slice(0, 16));
const problemsIn = (csv: string) => read(csv).problems.map(({ line, what }) => `${line} ${what}`);

describe('[CLINIC-4] a list of appointments is read', () => {
  const tomorrow = {
    expectedAt: Date.parse('2026-03-03T14:30:00Z'),
    patientName: 'Ann Example',
    patientPhone: '020 7946 0018',
    clinicianId: asha.id,
    clinicianName: asha.name,
  };
  const line = '2026-03-03,14:30,Ann Example,020 7946 0018,Dr Asha Patel';

  it.each([
    ['with commas', `date,time,name,phone,clinician\n${line}`],
    ['with semicolons', `date;time;name;phone;clinician\n${line.replaceAll(',', ';')}`],
    ['with tabs, as copied from a table', `date\ttime\tname\tphone\tclinician\n${line.replaceAll(',', '\t')}`],
    ['with a byte order mark', `\ufeffdate,time,name,phone,clinician\n${line}`],
    ['with the line ends of Windows', `date,time,name,phone,clinician\r\n${line}\r\n`],
    ['with the line ends of old Macs', `date,time,name,phone,clinician\r${line}\r`],
    ['with capitals and blanks in the heading', ` Date , TIME,Name,Phone , Clinician\n${line}`],
    ['with blanks around everything', `date,time,name,phone,clinician\n${line.replaceAll(',', ' , ')} `],
    ['with quotes', `"date","time","name","phone","clinician"\n"${line.replaceAll(',', '","')}"`],
    ['with columns in another order', `clinician,phone,name,time,date\n${line.split(',').toReversed().join(',')}`],
    [
      'with a clinician in small letters',
      `date,time,name,phone,clinician\n${line.toLowerCase()}`.replace('ann e', 'Ann E'),
    ],
    ['filled up with empty columns', `date,time,name,phone,clinician,,\n${line},,\n,,,,,,\n`],
  ])('%s', (_what, csv) => {
    expect(read(csv)).toEqual({ appointments: [{ line: 2, ...tomorrow }], problems: [] });
  });

  it('with nothing but dates and times', () => {
    const nobody = { patientName: undefined, patientPhone: undefined, clinicianId: null, clinicianName: null };
    const { expectedAt } = tomorrow;
    expect(read('date,time\n2026-03-03,14:30').appointments).toEqual([{ line: 2, expectedAt, ...nobody }]);
    expect(read('time,name,date,phone\n14:30,,2026-03-03').appointments).toEqual([{ line: 2, expectedAt, ...nobody }]);
  });

  it('with names that have a comma or quotes in them, and letters of any alphabet', () => {
    const { appointments } = read(
      'date,time,name\n2026-03-03,14:30,"Example, Ann"\n2026-03-03,14:40,"Ann ""Annie"" Example"\n2026-03-03,14:50,Łukasz Żółć',
    );
    expect(appointments.map(({ patientName }) => patientName)).toEqual([
      'Example, Ann',
      'Ann "Annie" Example',
      'Łukasz Żółć',
    ]);
    const semicolons = read('date;time;name\n2026-03-03;14:30;Example, Ann');
    expect(semicolons.appointments).toMatchObject([{ patientName: 'Example, Ann' }]);
  });

  it('with a clinician whose accents are written in another way', () => {
    const csv = `date,time,clinician\n2026-03-03,14:30,${'Dr Siân Hughes'.normalize('NFD')}`;
    expect(read(csv).appointments).toMatchObject([{ clinicianId: sian.id, clinicianName: sian.name }]);
  });

  it.each(['14:30', '14.30', '1430', '14:30:00'])('with %s as time', (time) => {
    expect(timesIn(`date,time\n2026-03-03,${time}`)).toEqual(['2026-03-03T14:30']);
  });

  it.each(['2026-03-07', '7/3/2026', '07/03/2026'])('with %s as date, the day before the month', (date) => {
    expect(timesIn(`date,time\n${date},9:05`)).toEqual(['2026-03-07T09:05']);
  });

  it.each([
    ['winter', '28/3/2026', '2026-03-28T09:00'],
    ['summer', '29/3/2026', '2026-03-29T08:00'],
  ])('by the clocks of the practice, in %s', (_season, date, utc) => {
    expect(timesIn(`date,time\n${date},09:00`)).toEqual([utc]);
  });

  it('the same, whatever the clocks of the server', () => {
    const { TZ } = process.env;
    try {
      for (const zone of ['Europe/London', 'America/Sao_Paulo', 'Asia/Kolkata']) {
        process.env['TZ'] = zone;
        expect(timesIn('date,time\n28/3/2026,01:30\n29/3/2026,00:30\n29/3/2026,02:30')).toEqual([
          '2026-03-28T01:30',
          '2026-03-29T00:30',
          '2026-03-29T01:30',
        ]);
      }
    } finally {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
  });

  it('from this moment until as far ahead as links can be made', () => {
    expect(timesIn('date,time\n2/3/2026,09:00\n30/4/2026,10:00')).toEqual(['2026-03-02T09:00', '2026-04-30T09:00']);
  });
});

describe('[CLINIC-4] of a list of appointments is told', () => {
  it.each([
    ['nothing at all', '', ['1 columns']],
    ['nothing but empty lines', '\n\n', ['1 columns']],
    ['only a heading', 'date,time,name\n', ['1 empty']],
    ['no heading', '2026-03-03,14:30,Ann Example', ['1 columns']],
    ['no time', 'date,name\n2026-03-03,Ann Example', ['1 columns']],
    ['no date', 'time,name\n14:30,Ann Example', ['1 columns']],
    ['an unknown column', 'date,time,nhs number\n2026-03-03,14:30,943 476 5919', ['1 columns']],
    ['a column twice', 'date,time,date\n2026-03-03,14:30,2026-03-03', ['1 columns']],
    ['a column without a name', 'date,,time\n2026-03-03,,14:30', ['1 columns']],
    ['a column that objects have', 'date,time,__proto__\n2026-03-03,14:30,x', ['1 columns']],
    ['too many fields', 'date,time\n2026-03-03,14:30,Ann Example\n2026-03-03,14:40', ['2 fields']],
    ['quotes that do not close', 'date,time,name\n2026-03-03,14:30,"Ann Example\n2026-03-03,14:40,Bob', ['3 quotes']],
    ['quotes in the middle', 'date,time,name\n2026-03-03,14:30,Ann "Annie" Example', ['2 quotes']],
    ['text after quotes', 'date,time,name\n2026-03-03,14:30,"Ann" Example', ['2 quotes']],
    ['another order of day and month', 'date,time\n03/23/2026,14:30', ['2 date']],
    ['a day that there is not', 'date,time\n31/4/2026,14:30\n29/2/2027,14:30', ['2 date', '3 date']],
    ['a year of two digits', 'date,time\n3/3/26,14:30', ['2 date']],
    ['a date in words', 'date,time\n3 March 2026,14:30', ['2 date']],
    ['no date in a line', 'date,time\n,14:30', ['2 date']],
    ['no time in a line', 'date,time\n2026-03-03,', ['2 time']],
    [
      'a time that there is not',
      'date,time\n2026-03-03,24:00\n2026-03-03,14:60\n2026-03-03,930',
      ['2 time', '3 time', '4 time'],
    ],
    ['a time in words', 'date,time\n2026-03-03,half past two', ['2 time']],
    ['the hour that is left out when summer begins', 'date,time\n29/3/2026,01:30', ['2 time']],
    ['the past', 'date,time\n2026-03-02,08:59\n2026-03-01,14:30', ['2 past', '3 past']],
    ['what is too far ahead', 'date,time\n30/4/2026,10:01', ['2 too_far']],
    ['a name that is too long', `date,time,name\n2026-03-03,14:30,${'x'.repeat(81)}`, ['2 name']],
    ['a name that turns the text round', 'date,time,name\n2026-03-03,14:30,Ann\u202eelpmaxE', ['2 name']],
    ['a name of two lines', 'date,time,name\n2026-03-03,14:30,"Ann\nExample"\n2026-03-03,,Bob', ['3 name', '4 time']],
    ['a telephone number with letters', 'date,time,phone\n2026-03-03,14:30,ring my sister', ['2 phone']],
    ['an unknown clinician', 'date,time,clinician\n2026-03-03,14:30,Dr Jo Okafor', ['2 clinician']],
    [
      'everything that is wrong in a line, in each line, by its number in the file',
      '\ndate,time,phone,clinician\n\n40/3/2026,25:00,x,y\r\n,,,\n2026-03-03,14:30\n2026-01-03,14:30,x',
      ['4 date', '4 time', '4 phone', '4 clinician', '7 past', '7 phone'],
    ],
  ])('%s', (_what, csv, problems) => {
    expect(problemsIn(csv)).toEqual(problems);
    expect(read(csv).appointments).toEqual([]);
  });
});

describe('[CLINIC-4] [REQ-1] a list of appointments of anything at all', () => {
  const field = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('2026-03-03', '3/3/2026', '14:30', 'Ann Example', '01632 960001', '"', '""', '\0', '__proto__'),
  );
  const line = fc
    .array(field, { maxLength: 7 })
    .chain((fields) => fc.constantFrom(',', ';', '\t').map((delimiter) => fields.join(delimiter)));
  const file = fc
    .tuple(
      fc.constantFrom('', '\ufeff', 'date,time\n', 'date;time;name;phone;clinician\r\n', 'time\tdate\tname\n'),
      fc.array(line, { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r', '\n\r\n'),
    )
    .map(([heading, lines, end]) => heading + lines.join(end));

  it('is read, or it is told what is wrong in which of its lines, and never both', () => {
    const property = fc.property(file, (csv) => {
      const { appointments, problems } = read(csv);
      expect(appointments.length === 0 || problems.length === 0).toBe(true);
      expect(appointments.length + problems.length).toBeGreaterThan(0);
      const lines = csv.split(/\r\n?|\n/).length;
      for (const each of [...appointments, ...problems])
        expect(each.line).toSatisfy((n: number) => n >= 1 && n <= lines);
      for (const { patientName = '' } of appointments) expect(patientName).not.toMatch(/\p{Cc}/u);
    });
    fc.assert(property, { numRuns: 2_000 });
  });
});
