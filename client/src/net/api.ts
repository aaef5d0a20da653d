import type { HttpInput, HttpReply } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { routes } from '@front-door/shared/protocol/routes.ts';
import { ApiError } from './api-error.ts';

/** A phone that changed networks would otherwise wait for minutes on the old one, ms. */
const answerWithin = 15_000;

/**
 * Send one request of the HTTP contract and wait for its answer, until `signal` says that it was long enough.
 *
 * @throws {ApiError} when it is refused, or `offline` when no answer of ours came
 */
export async function api<N extends HttpRequestName>(
  name: N,
  data: HttpInput<N>,
  signal = AbortSignal.timeout(answerWithin),
): Promise<HttpReply<N>> {
  const [path, init] = toFetch(name, data);
  const response = await fetch(path, { ...init, signal }).catch(() => {
    throw new ApiError({ code: 'offline' });
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || body === null) throw ApiError.from(body);
  return body as HttpReply<N>;
}

type Fields = Record<string, unknown>;

function toFetch(name: HttpRequestName, data: Fields): [string, RequestInit] {
  const [method = '', template = ''] = routes[name].split(' ');
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
