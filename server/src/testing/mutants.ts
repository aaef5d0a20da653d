import type { z } from 'zod';

/** Values that stand where something else should. */
export const wrongValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e300,
  '',
  'x'.repeat(5000),
  'a\0b\u202e',
  [],
  Array.from({ length: 300 }, () => ({})),
  {},
  { toString: 'x', length: 1e9, $ne: 1 },
  Buffer.from('not JSON'),
];
const surplus = ['surplus', 'constructor', 'toString', '__proto__', ''];

/** Good data made wrong in every way at its first level; `field` is the one to blame. */
export function* mutantsOf(schema: z.ZodObject, good: object): Generator<{ field: string; data: unknown }> {
  const fields: Record<string, unknown> = { ...good };
  for (const field of Object.keys(fields)) {
    const { [field]: _taken, ...others } = fields;
    const fits = (value: unknown) => schema.shape[field]!.safeParse(value).success;
    if (!fits(undefined)) yield { field, data: others };
    for (const wrong of wrongValues) if (!fits(wrong)) yield { field, data: { ...others, [field]: wrong } };
  }
  // As entries, since a literal would set the prototype; what comes over the wire has it as a field.
  for (const field of surplus) yield { field, data: Object.fromEntries([...Object.entries(fields), [field, {}]]) };
}
