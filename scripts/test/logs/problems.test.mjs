import { describe, expect, it } from 'vitest';
import { logProblems } from './problems.mjs';

const line = (facts, event = 'request') =>
  JSON.stringify({ level: 'info', time: '2026-11-29T13:00:00.000Z', ...facts, msg: event });
const marks = ['Ann Example', 'It was easy.', '020 7946 0018', 'Okafor'];
const secret = 'q3Zt_8bV-x0LmN5aRkP2wQ';
const id = '3f0f9c1e-1111-4111-8111-111111111111';

describe('[SEC-1] a look through the logs', () => {
  it('finds nothing in what a log should hold', () => {
    const frames = ['at processTicksAndRejections (node:internal/process/task_queues:105:5)'];
    const lines = [
      line({ method: 'POST', route: '/api/consultations/:id/end', status: 200, ms: 20_794_600 }),
      line({ errorId: id, err: { type: 'DrizzleQueryError', code: '42P01', stack: frames } }, 'request failed'),
      line({ consultationId: id, count: 3, code: 'service_down' }, 'an invitation was not taken'),
      line({ port: 40000, pid: 1234567, worker: 1 }, 'Okaforian event'),
      '',
    ];
    expect(logProblems(lines, marks)).toEqual([]);
  });

  it.each([
    ['a name in a fact', line({ visitId: 'Ann Example' })],
    ['a name in an event', line({}, 'admitted Ann Example')],
    ['a word that is a name', line({}, 'admitted Okafor')],
    ['a message in an error', line({ err: { type: 'Error', message: 'cannot store: It was easy.', stack: [] } })],
    ['a telephone number that a test gave', line({ code: '020 7946 0018' })],
    ['any telephone number', line({ code: '+44 7700 900999' })],
    ['any e-mail address', line({ code: 'someone@elm.example' })],
    ['an e-mail address with an id in it', line({ code: `${id}@elm.example` })],
    ['an internet address', line({ code: '198.51.100.7' })],
    ['a secret in an address', line({ route: `/v?secret=${secret}` })],
    ['a secret in an event', line({}, `link ${secret} unknown`)],
    ['a secret in a stack', line({ err: { type: 'Error', stack: [`at ${secret} (file.ts:1:1)`] } })],
    ['a room token', line({ code: 'eyJhbGciOiJIUzI1NiJ9.e30.x' })],
    ['an API key', line({ code: 'fd_aaaaaaaaaaaaaaaa' })],
    ['a name that is printed and not logged', 'Ann Example came'],
  ])('finds %s, and does not repeat it', (_what, found) => {
    const problems = logProblems([line({ status: 200 }), found], marks);
    expect(problems.length).toBeGreaterThanOrEqual(1);
    for (const told of ['Ann Example', 'It was easy', '7946', '900999', 'someone@', secret]) {
      expect(problems.join('\n')).not.toContain(told);
    }
  });

  it('leaves the links and places alone that are printed for whoever starts the server', () => {
    const printed = [
      `  Waiting list  http://localhost:3000/staff/link#${secret}`,
      `  http://localhost:3000/v#${secret}`,
      'Front Door runs at http://198.51.100.7:3000  (Ctrl-C stops it)',
      'Opening the database in /tmp/front-door-qQHYac/tmp/front-door-0Ab3dE/data',
      'Opening the database in /tmp/front-door-killed-0Ab3dE',
    ];
    expect(logProblems(printed, marks)).toEqual([]);
  });

  it('says the same thing once', () => {
    const lines = ['2026-01-01', '2026-01-02'].map((time) => line({ time, visitId: 'Ann Example' }));
    expect(logProblems(lines, marks)).toHaveLength(1);
  });
});
