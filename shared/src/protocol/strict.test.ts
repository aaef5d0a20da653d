import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { email, line, paragraphs, personName, phone, webAddress } from './fields.ts';
import { httpRequests } from './http.ts';
import { socketRequests } from './socket.ts';

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** Where in a schema an object takes fields that it does not name, as dotted paths. */
function openIn(schema: JsonSchema, path = ''): string[] {
  const inside = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const fields = Object.entries(schema.properties ?? {});
  return [
    ...(schema.properties !== undefined && schema.additionalProperties !== false ? [path] : []),
    ...inside.flatMap((one) => openIn(one, path)),
    ...fields.flatMap(([name, field]) => openIn(field, `${path}.${name}`)),
    ...(schema.items === undefined ? [] : openIn(schema.items, `${path}[]`)),
  ];
}

/** To what WebRTC says of itself browsers of tomorrow may add; what we do not know of it goes no further. */
const fromBrowsers = /^\.(dtlsParameters|rtpParameters|rtpCapabilities)\b/;
const all = { ...httpRequests, ...socketRequests };

describe('[SEC-7] a request takes the fields that the contract names and no others, also inside of what it holds:', () => {
  it.each(Object.entries(all))('%s', (_name, { data }) => {
    const taken = openIn(z.toJSONSchema(data, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
    expect(taken.filter((path) => !fromBrowsers.test(path))).toEqual([]);
    const handedOn = openIn(z.toJSONSchema(data, { io: 'output', unrepresentable: 'any' }) as JsonSchema);
    expect(handedOn).toEqual([]);
  });
});

describe('[SEC-8] a line that somebody typed', () => {
  const lines = { name: personName, email, phone, link: webAddress, line: line(80) };
  const breaks = ['\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029', '\0', '\v', '\f'];

  it.each(Object.entries(lines))('cannot have a break in it: %s', (what, field) => {
    const good = { name: 'Ann Example', email: 'ann@example.org', phone: '020 7946 0018', line: 'Morning surgery' };
    const text = { ...good, link: 'https://willowbrook.example/after' }[what]!;
    expect(field.safeParse(text).success).toBe(true);
    for (const one of breaks) {
      const split = `${text.slice(0, 10)}${one}${text.slice(10)}`;
      expect({ split, taken: field.safeParse(split).success }).toEqual({ split, taken: false });
    }
  });

  it('nor what turns the direction of what follows', () => {
    for (const turn of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
      expect(personName.safeParse(`Ann ${turn}Example`).success).toBe(false);
      expect(paragraphs(100).safeParse(`one\n${turn}two`).success).toBe(false);
    }
  });
});

describe('[SEC-12] a page of a practice’s choice', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://willowbrook.example',
    'data:text/html,<script>alert(1)</script>',
    'http://willowbrook.example',
    '//evil.example',
    '/staff',
    'https:evil.example@willowbrook.example',
    'https://willowbrook.example@evil.example',
    'https://user:secret@evil.example',
    'blob:https://willowbrook.example/1',
    'https://',
    'java\tscript:alert(1)',
  ])('is no %s', (address) => {
    expect(webAddress.safeParse(address).success).toBe(false);
  });
});
