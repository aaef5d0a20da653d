import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function lines(level = 'debug') {
  const written: string[] = [];
  return { written, log: createLogger(level, { write: (line) => written.push(line) }) };
}

describe('[OPS-3] the log', () => {
  it('leaves out whatever is not on its list', () => {
    const { log, written } = lines();
    const visit = { visitId: 'v1', name: 'Jo Okafor', email: 'jo@elm.example' };
    log.info({ ...visit, ms: 3 }, 'admitted');
    expect(JSON.parse(written[0]!)).toEqual({
      level: 'info',
      time: expect.any(String),
      visitId: 'v1',
      ms: 3,
      msg: 'admitted',
    });
  });

  it('tells what kind of error it was and where, but not what it quotes', () => {
    const { log, written } = lines();
    const quoting = new SyntaxError('Unexpected token: "Jo Okafor"\n    at Jo Okafor (jo@elm.example)');
    log.error({ err: new TypeError('x is not a function', { cause: quoting }) }, 'request failed');
    expect(JSON.parse(written[0]!)).toMatchObject({
      err: {
        type: 'TypeError',
        message: 'x is not a function',
        stack: expect.arrayContaining([expect.stringContaining('logger.test.ts')]),
        cause: { type: 'SyntaxError', stack: expect.arrayContaining([expect.stringContaining('logger.test.ts')]) },
      },
    });
    expect(written[0]).not.toContain('Okafor');
    expect(written[0]).not.toContain('elm.example');
  });

  it('does not take an error’s message for the event', () => {
    const { log, written } = lines();
    const quoting = new SyntaxError('Unexpected token: "Jo Okafor"');
    log.error(quoting);
    log.error({ err: quoting });
    expect(written.length).toBe(2);
    expect(written.join('')).not.toContain('Okafor');
  });

  it('says nothing of what is no error', () => {
    const { log, written } = lines();
    log.error({ err: 'Jo Okafor' }, 'thrown');
    log.error({ err: { name: 'Jo Okafor' } }, 'thrown');
    expect(written.join('')).not.toContain('Okafor');
  });
});
