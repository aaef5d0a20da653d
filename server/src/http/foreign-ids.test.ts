import { httpRequests } from '@front-door/shared/protocol/http.ts';
import { id as idField } from '@front-door/shared/protocol/fields.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentOf } from '../testing/databases.ts';
import { goodRequests, mayCall, requestNames } from '../testing/good-requests.ts';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person } from '../testing/person.ts';

let server: HttpServer;
let ours: string;
let theirs: string;
/** Everybody our practice has. */
let people: Array<[string, Person]>;

beforeAll(async () => {
  server = await startHttpServer();
  ours = await server.makePractice('Willowbrook Surgery');
  theirs = await server.makePractice('Elm Tree Surgery');
  const { key } = await server.identity.apiKeys.create(ours, 'Appointment book', { kind: 'system' });
  people = [
    ['somebody with every role', await server.hire(ours, ['clinician', 'receptionist', 'admin'])],
    ['a practice system', new Person(server.url, { key })],
  ];
});
afterAll(() => server.close());

const isId = (value: unknown) => idField.safeParse(value).success;

/** Each request that names something by an id, once for each id in it, as the contract has them. */
const named = requestNames
  .filter((name) => !mayCall(name).includes('anyone'))
  .flatMap((name) => idsIn(name).map((field) => ({ name, field })));

function idsIn(name: HttpRequestName): string[] {
  const fields = ['id', 'clinicId', 'clinicianId', 'consultationId', 'before'];
  const known = ids(httpRequests[name].data);
  return fields.filter((field) => known.has(field));
}

interface JsonSchema {
  format?: string;
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** The names of the fields that take an id. */
function ids(schema: z.ZodType): Set<string> {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const fields = formsOf(whole).flatMap(({ properties = {} }) => Object.entries(properties));
  return new Set(
    fields.flatMap(([name, field]) => (formsOf(field).some(({ format }) => format === 'uuid') ? name : [])),
  );
}

/** A schema with what it may be instead. */
function formsOf(schema: JsonSchema): JsonSchema[] {
  return [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
}

it('[SEC-5] the contract’s ids are all looked at', () => {
  const all = requestNames.flatMap((name) => [...ids(httpRequests[name].data)].map((field) => `${name} ${field}`));
  const anyones = all.filter((pair) => mayCall(pair.split(' ')[0] as HttpRequestName).includes('anyone'));
  expect(anyones).toEqual([]);
  expect(named.map(({ name, field }) => `${name} ${field}`).sort()).toEqual(all.sort());
  expect(named.length).toBeGreaterThanOrEqual(18);
});

describe('[SEC-5] [WATCH-4] what is another practice’s looks as if it did not exist, and stays as it is', () => {
  it.each(named)('$name, by its $field', async ({ name, field }) => {
    for (const [who, person] of people) {
      const isSystem = who === 'a practice system';
      if (isSystem && !mayCall(name).includes('api_key')) continue;
      const foreign: Record<string, unknown> = await goodRequests(server, theirs)[name]();
      const own: Record<string, unknown> = await goodRequests(server, ours)[name]();
      expect(isId(foreign[field])).toBe(true);
      const before = await contentOf(server.db);
      const answer = await person.sendAny(name, { ...own, [field]: foreign[field] });
      // A list that is narrowed to what one may not see is empty.
      const lists = Object.values(answer.body ?? {})
        .filter(Array.isArray)
        .flat();
      const seen = answer.status === 200 ? `${lists.length} of a list` : answer.code;
      expect({ name, who, seen }).toEqual({ name, who, seen: expect.stringMatching(/^(not_found|0 of a list)$/) });
      expect(await contentOf(server.db)).toEqual(before);
      // The same with one's own is taken, so it was the id that was refused.
      expect(await person.sendAny(name, own)).toMatchObject({ status: 200 });
    }
  });
});
