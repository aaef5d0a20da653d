import type { Page } from 'puppeteer-core';

/** A message on the page's socket. */
export interface SocketMessage {
  /** When, in ms since 1970. */
  at: number;
  sent: boolean;
  text: string;
}

interface Noting extends Window {
  socketMessages: SocketMessage[];
}

/** Runs in the page before its own scripts: keeps what is said on its socket. */
export function noteSocketMessages(): void {
  const messages: SocketMessage[] = [];
  (window as unknown as Noting).socketMessages = messages;
  const note = (sent: boolean, data: unknown) => {
    if (typeof data === 'string') messages.push({ at: Date.now(), sent, text: data });
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => note(false, data));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      note(true, data);
      super.send(data);
    }
  };
}

/** Everything said so far. */
export const socketMessages = (page: Page): Promise<SocketMessage[]> =>
  page.evaluate(() => (window as unknown as Noting).socketMessages);

/** Resolves when the page has asked the server for that. */
export const asked = (page: Page, request: string): Promise<unknown> =>
  page.waitForFunction(
    (name) =>
      (window as unknown as Noting).socketMessages.some(({ sent, text }) => sent && text.includes(`["${name}"`)),
    {},
    request,
  );

/** Resolves when the server has just given the page a sign of life, as it does every few seconds. */
export const signOfLife = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise<void>((heard) => {
        const messages = (window as unknown as Noting).socketMessages;
        const { length } = messages;
        const timer = setInterval(() => {
          if (!messages.slice(length).some(({ sent, text }) => !sent && text === '2')) return;
          clearInterval(timer);
          heard();
        }, 50);
      }),
  );
