import { httpRequests, type Allowance, type HttpData, type HttpReply } from '@front-door/shared/protocol/http.ts';
import { routes, type HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { AppError } from '../errors.ts';
import type { Identity } from '../identity/identity.ts';
import { countedAs } from './address.ts';
import type { Counter } from './allowances.ts';
import { bearerKey, identify, type Caller, type CallerOf } from './caller.ts';
import type { HttpHandlers } from './handlers.ts';
import { readBody, readData } from './input.ts';
import type { RequestLimit } from './request-limit.ts';
import { isFromOwnPage } from './same-site.ts';
import { SessionCookie } from './session-cookie.ts';

export interface Binding {
  handlers: HttpHandlers;
  identity: Identity;
  allowances: Record<Allowance, Counter>;
  requests: RequestLimit;
  /** The address people use, as `https://practice.example`. */
  origin: () => string;
}

/**
 * The contract's requests as express routes. Each goes the same way, once for all: limited, from our own page, read,
 * authenticated, authorised, validated, handled, and its reply cut to what the contract says.
 */
export function bindRequests(binding: Binding): Router {
  const router = express.Router();
  for (const [path, requests] of byPath()) {
    const route = router.route(path);
    for (const { method, name } of requests) {
      route[method](limit(binding, name), refuseOtherSites(binding), readBody, answer(binding, name));
    }
    route.all((_request, response) => {
      response.set('allow', requests.map(({ method }) => method.toUpperCase()).join(', '));
      throw new AppError('method_not_allowed');
    });
  }
  router.all('/api{/*rest}', () => {
    throw new AppError('not_found');
  });
  return router;
}

type Method = 'get' | 'post' | 'delete';

function byPath(): Map<string, { method: Method; name: HttpRequestName }[]> {
  const names = Object.keys(routes) as HttpRequestName[];
  return Map.groupBy(
    names.map((name) => ({ name, method: routes[name].split(' ')[0]!.toLowerCase() as Method })),
    ({ name }) => routes[name].split(' ')[1]!,
  );
}

const counterOf = ({ allowances }: Binding, name: HttpRequestName): Counter | null => {
  const request = httpRequests[name];
  return 'allowance' in request ? allowances[request.allowance] : null;
};

/** Whoever got this far had a good link, which has an allowance of its own. */
const isByGoodLink = (name: HttpRequestName): boolean => {
  const request = httpRequests[name];
  return 'allowance' in request && request.allowance === 'links';
};

export const addressOf = (request: Request): string => countedAs(request.ip ?? '');

const limit =
  (binding: Binding, name: HttpRequestName): RequestHandler =>
  async (request, _response, next) => {
    await counterOf(binding, name)?.check(addressOf(request));
    next();
  };

const refuseOtherSites =
  ({ origin }: Binding): RequestHandler =>
  (request, _response, next) => {
    const changesSomething = request.method !== 'GET' && request.method !== 'HEAD';
    // With a key no cookie counts, so there is nothing another site could borrow.
    if (changesSomething && bearerKey(request) === null && !isFromOwnPage(request, origin())) {
      throw new AppError('forbidden');
    }
    next();
  };

const answer =
  <N extends HttpRequestName>(binding: Binding, name: N) =>
  async (request: Request, response: Response): Promise<void> => {
    const { who, data: schema, reply: replySchema } = httpRequests[name];
    const cookie = new SessionCookie(request, response, binding.origin().startsWith('https:'));
    const identified = await identify(binding.identity, who, request, cookie);
    if (identified.kind !== 'stranger') await count(binding.requests, name, identified, addressOf(request));
    // The table that `who` and the schemas come from is the one the types are made of.
    const caller = identified as CallerOf<N>;
    const data = readData(schema, request) as HttpData<N>;
    const handle = (): Promise<HttpReply<N>> => binding.handlers[name](caller, data, cookie);
    const counter = counterOf(binding, name);
    const reply = await (counter === null ? handle() : counter.attempt(addressOf(request), data, handle));
    if (isByGoodLink(name)) await binding.requests.giveBack(addressOf(request));
    response.json(replySchema.parse(reply));
  };

async function count(
  requests: RequestLimit,
  name: HttpRequestName,
  { id, practiceId }: Exclude<Caller, { kind: 'stranger' }>,
  address: string,
): Promise<void> {
  await requests.takeOfCaller(id);
  await requests.takeOfPractice(name, practiceId);
  await requests.giveBack(address);
}
