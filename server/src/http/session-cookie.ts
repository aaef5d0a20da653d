import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { sessionLasts } from '../identity/sessions.ts';

/** The cookie in which a browser holds its session, on one request and its response. */
export class SessionCookie {
  /** What the browser sent; null without a session. */
  readonly secret: string | null;
  readonly #response: Response;
  readonly #name: string;
  readonly #options: CookieOptions;

  constructor(request: Request, response: Response, secure: boolean) {
    this.#response = response;
    // With this prefix browsers take the cookie only from exactly this host, over https.
    this.#name = secure ? '__Host-session' : 'session';
    this.#options = { httpOnly: true, sameSite: 'strict', path: '/', secure };
    this.secret = parseCookie(request.headers.cookie ?? '')[this.#name] ?? null;
  }

  set(secret: string): void {
    this.#response.cookie(this.#name, secret, { ...this.#options, maxAge: sessionLasts });
  }

  clear(): void {
    this.#response.clearCookie(this.#name, this.#options);
  }
}
