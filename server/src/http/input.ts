import express, { type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import { AppError, refusedFields } from '../errors.ts';

const json = express.json({ limit: '16kb', inflate: false });

/** Reads the body, which is JSON or nothing. */
export const readBody: RequestHandler = (request, response, next) => {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
  const hasBody = length !== '0' || encoding !== undefined;
  if (hasBody && !request.is('application/json')) throw new AppError('bad_request');
  json(request, response, next);
};

/**
 * The path's parameters with the query (for GET) or the body, as the contract's schema lets them through. Throws
 * AppError `bad_request` with the names of what it refuses.
 */
export function readData<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  const given: unknown = request.method === 'GET' || request.method === 'HEAD' ? request.query : (request.body ?? {});
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new AppError('bad_request');
  const twice = Object.keys(request.params).filter((name) => Object.hasOwn(given, name));
  if (twice.length > 0) throw new AppError('bad_request', { fields: twice });
  const parsed = schema.safeParse({ ...given, ...request.params });
  if (!parsed.success) throw new AppError('bad_request', { fields: refusedFields(parsed.error) });
  return parsed.data;
}
