import type { HttpInput, HttpReply } from '@front-door/shared/protocol/http.ts';
import { visitRoutes } from '@front-door/shared/protocol/visit-routes.ts';
import { ApiError } from './api-error.ts';

/** A phone that changed networks would otherwise wait for minutes on the old one, ms. */
const answerWithin = 15_000;

/**
 * Send one request of those that a visit's pages need, and wait for its answer, until `signal` says that it was long
 * enough. The others are sent by staff-api.ts.
 *
 * @throws {ApiError} when it is refused, or `offline` when no answer of ours came
 */
export const api = <N extends keyof typeof visitRoutes>(
  name: N,
  data: HttpInput<N>,
  signal?: AbortSignal,
): Promise<HttpReply<N>> => send(visitRoutes[name], data, signal);

/**
 * Sends to a route of the contract.
 *
 * @throws {ApiError} as {@link api}
 */
export async function send<Reply>(
  route: string,
  data: Fields,
  signal = AbortSignal.timeout(answerWithin),
): Promise<Reply> {
  const [path, init] = toFetch(route, data);
  const response = await fetch(path, { ...init, signal }).catch(() => {
    throw new ApiError({ code: 'offline' });
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || body === null) throw ApiError.from(body);
  return body as Reply;
}

type Fields = Record<string, unknown>;

function toFetch(route: string, data: Fields): [string, RequestInit] {
  const [method = '', template = ''] = route.split(' ');
  const { path, rest } = fill(template, data);
  const headers = { accept: 'application/json' };
  if (method === 'GET') return [path + queryOf(rest), { method, credentials: 'same-origin', headers }];
  const json = { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(rest) };
  return [path, { method, credentials: 'same-origin', ...json }];
}

/** The path with its `:id` filled in, and the fields that are left for the body or the query. */
function fill(template: string, data: Fields): { path: string; rest: Fields } {
  if (!template.includes(':id')) return { path: template, rest: data };
  const { id, ...rest } = data;
  return { path: template.replace(':id', encodeURIComponent(String(id))), rest };
}

function queryOf(fields: Fields): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return query && `?${query}`;
}
