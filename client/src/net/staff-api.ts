import type { HttpInput, HttpReply } from '@front-door/shared/protocol/http.ts';
import { routes, type HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { send } from './api.ts';

/**
 * Send one request of the HTTP contract and wait for its answer.
 *
 * @throws {ApiError} when it is refused, or `offline` when no answer of ours came
 */
export const staffApi = <N extends HttpRequestName>(name: N, data: HttpInput<N>): Promise<HttpReply<N>> =>
  send(routes[name], data);
