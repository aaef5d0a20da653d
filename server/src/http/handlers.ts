import type { HttpData, HttpReply } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import type { CallerOf } from './caller.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Answers one request of the contract, already validated and authorised. */
type HttpHandler<N extends HttpRequestName> = (
  caller: CallerOf<N>,
  data: HttpData<N>,
  cookie: SessionCookie,
) => Promise<HttpReply<N>>;

/** One for each request of the contract. */
export type HttpHandlers = { [N in HttpRequestName]: HttpHandler<N> };
