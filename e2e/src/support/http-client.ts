import type { HttpInput, HttpReply } from '@front-door/shared/protocol/http.ts';
import { routes, type HttpRequestName } from '@front-door/shared/protocol/routes.ts';

/** Somebody's requests without a browser: a program's, or those by which a test makes what it needs beforehand. */
export class HttpClient {
  readonly #origin: string;
  readonly #apiKey: string | undefined;
  /** The session, as `name=value`, once there is one. */
  cookie: string | null = null;

  constructor(origin: string, apiKey?: string) {
    this.#origin = origin;
    this.#apiKey = apiKey;
  }

  /** Somebody of the practice, signed in by their first link. */
  static async signedInBy(link: string): Promise<HttpClient> {
    const client = new HttpClient(new URL(link).origin);
    await client.send('staff-links.sign-in', { secret: secretOf(link) });
    return client;
  }

  /** Sends one request of the contract. Throws an Error with its status and body when it is refused. */
  async send<N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpReply<N>> {
    const [method, template] = routes[name].split(' ') as [string, string];
    const { id, ...rest } = input as { id?: string };
    const path = template.replace(':id', id ?? '');
    const response = await fetch(new URL(path, this.#origin), {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.cookie !== null && { cookie: this.cookie }),
        ...(this.#apiKey !== undefined && { authorization: `Bearer ${this.#apiKey}` }),
      },
      ...(method !== 'GET' && { body: JSON.stringify(rest) }),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.cookie = cookie.split(';')[0]!;
    return (await response.json()) as HttpReply<N>;
  }
}

/** What a link carries behind its `#`. */
export const secretOf = (link: string): string => new URL(link).hash.slice(1);
