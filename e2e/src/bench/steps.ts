import type { SocketMessage } from '../support/socket-messages.ts';

/** When something went on, ms. */
export type Span = [from: number, to: number];

/** Something that went on on a page, once or several times. */
export interface Step {
  name: string;
  spans: Span[];
}

/**
 * What was said on a page's socket from one moment to another, ms since 1970, as ms after the first: a request until
 * its answer, and what the server said by itself. What was not answered by then goes on to the end.
 */
export function stepsOf(messages: readonly SocketMessage[], from: number, to: number): Step[] {
  const within = messages.filter(({ at }) => at >= from && at <= to);
  const steps = new Map<string, Step>();
  for (const { at, sent, text } of within) {
    const { kind, id, name } = packetOf(text);
    if (kind !== 'event') continue;
    const isAnswer = (message: SocketMessage) => {
      const packet = packetOf(message.text);
      return !message.sent && packet.kind === 'answer' && packet.id === id;
    };
    const ended = sent && id !== '' ? (within.find(isAnswer)?.at ?? to) : at;
    const title = sent ? `asks ${name}` : `is told ${name}`;
    const step = steps.get(title) ?? { name: title, spans: [] };
    step.spans.push([at - from, ended - from]);
    steps.set(title, step);
  }
  return [...steps.values()];
}

/** What socket.io says in a message: an event, with a number if it is to be answered, or the answer to that number. */
function packetOf(text: string): { kind: 'event' | 'answer' | null; id: string; name: string } {
  const [, type, id = '', name = ''] = /^4([23])(\d*)\[(?:"([^"]*)")?/.exec(text) ?? [];
  return { kind: type === '2' ? 'event' : type === '3' ? 'answer' : null, id, name };
}
