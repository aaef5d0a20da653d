import fc from 'fast-check';
import { z } from 'zod';
import { namedId, words } from './references.ts';

/** For some schemas what to generate instead, where what fits by chance would never make sense. */
export type Instead = ReadonlyMap<z.ZodType, fc.Arbitrary<unknown>>;

/**
 * What fits a schema of the contract, made from the schema itself. Now and then it does not quite fit, where a schema
 * asks for more than its parts say; names of records and texts are left as references, see references.ts.
 */
export function fromSchema(schema: z.ZodType, instead: Instead = new Map()): fc.Arbitrary<unknown> {
  const given = instead.get(schema);
  if (given !== undefined) return given;
  const inside = (part: unknown) => fromSchema(part as z.ZodType, instead);
  if (schema instanceof z.ZodObject) return fromFields(schema, inside);
  if (schema instanceof z.ZodArray) return fc.array(inside(schema.element), bounds(schema, 'Items', 6));
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(inside));
  if (schema instanceof z.ZodNullable) return fc.option(inside(schema.unwrap()));
  if (isOptional(schema)) return inside(schema.unwrap());
  if (schema instanceof z.ZodPipe) return inside(isRefined(schema, instead) ? schema.out : schema.in);
  if (schema instanceof z.ZodRecord) return fc.dictionary(asText(inside(schema.keyType)), plain, { maxKeys: 4 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numbers(schema);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return texts(schema);
  if (schema instanceof z.ZodUnknown) return plain;
  throw new Error(`nothing is generated yet for schemas of the kind ${schema.def.type}`);
}

/** Where what comes out of a pipe says more than what goes in. */
const isRefined = ({ in: from, out }: z.ZodPipe, instead: Instead) =>
  from instanceof z.ZodTransform || instead.has(out as z.ZodType);
/** Of either kind: what may be left out, and what may be undefined as well. */
const isOptional = (schema: z.ZodType): schema is z.ZodOptional => schema.def.type === 'optional';
const plain = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string({ maxLength: 20 }));
const asText = (any: fc.Arbitrary<unknown>) => any.map(String);

function fromFields(schema: z.ZodObject, inside: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const fields = Object.entries(schema.shape);
  const requiredKeys = fields.filter(([, field]) => !isOptional(field as z.ZodType)).map(([name]) => name);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, inside(field)])), { requiredKeys });
}

interface Described {
  format?: string;
  pattern?: string;
  allOf?: Array<{ pattern?: string }>;
  [bound: string]: unknown;
}

const describe = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as Described;
const number = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

function bounds(schema: z.ZodType, what: 'Items' | 'Length', usual: number) {
  const described = describe(schema);
  const minLength = number(described[`min${what}`], 0);
  return { minLength, maxLength: Math.max(minLength, Math.min(usual, number(described[`max${what}`], usual))) };
}

function numbers(schema: z.ZodType): fc.Arbitrary<number> {
  const described = describe(schema);
  const isWhole = described['type'] === 'integer';
  const min = number(described['minimum'], isWhole ? number(described['exclusiveMinimum'], -1) + 1 : -1e9);
  const max = number(described['maximum'], 1e9);
  return isWhole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((made) => made + 0);
}

/** By its format or its pattern where there is one that can be turned round, else words, and anything as long. */
function texts(schema: z.ZodType): fc.Arbitrary<string> {
  const described = describe(schema);
  if (described.format === 'uuid') return namedId;
  const pattern = described.allOf?.at(-1)?.pattern ?? described.pattern;
  const { minLength, maxLength } = bounds(schema, 'Length', 60);
  const isProse = pattern === undefined || pattern.includes('\\p{');
  if (!isProse) return fc.stringMatching(new RegExp(pattern), { maxLength: Math.max(maxLength, 22) });
  const unit = fc.constantFrom<Array<'grapheme' | 'binary' | 'grapheme-ascii'>>('grapheme', 'binary', 'grapheme-ascii');
  const anything = unit.chain((kind) => fc.string({ minLength, maxLength, unit: kind }));
  return fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: anything });
}
