import type { HttpInput, HttpReply } from '@front-door/shared/protocol/http.ts';
import { routes, type HttpRequestName } from '@front-door/shared/protocol/routes.ts';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  text: string;
  /** The text as JSON; undefined when it is none. */
  body: T;
  /** The refusal's code; undefined when it was none. */
  code: string | undefined;
}

/** Somebody at an address of the internet, perhaps with a session or a key. */
export class Person {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, as: { cookie?: string; key?: string; address?: string } = {}) {
    const { cookie, key, address = '192.0.2.1' } = as;
    this.#url = url;
    this.#headers = {
      'x-forwarded-for': address,
      ...(cookie !== undefined && { cookie }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    };
  }

  /** Sends anything at all. */
  async send(
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } = {},
  ): Promise<Answer> {
    const response = await fetch(this.#url + path, {
      method,
      redirect: 'manual',
      headers: { ...this.#headers, ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const json = parseJson(text);
    const code = response.ok ? undefined : (json as { code?: string } | undefined)?.code;
    return { status: response.status, headers: response.headers, text, body: json, code };
  }

  /** Sends a request of the contract, whatever its data. */
  sendAny(name: HttpRequestName, data: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Answer> {
    const [method = '', template = ''] = routes[name].split(' ');
    const { id, ...others } = data;
    const inPath = template.includes(':id');
    const path = template.replace(':id', () => encodeURIComponent(asText(id)));
    const rest = inPath ? others : data;
    if (method === 'GET') {
      const query = new URLSearchParams(
        Object.entries(rest).map(([key, value]): [string, string] => [key, asText(value)]),
      );
      return this.send(method, `${path}?${query.toString()}`, { headers });
    }
    return this.send(method, path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(rest),
    });
  }

  /** Sends a request of the contract. */
  async ask<N extends HttpRequestName>(
    name: N,
    data: HttpInput<N>,
    headers: Record<string, string> = {},
  ): Promise<Answer<HttpReply<N>>> {
    return (await this.sendAny(name, data, headers)) as Answer<HttpReply<N>>;
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
