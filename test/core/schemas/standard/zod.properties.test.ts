import fc from 'fast-check';
import * as z from 'zod';
import { schemaOfStandard } from '../../../../lib/core/schemas/standard';
import { validatorOf } from '../../../../lib/core/schemas/validation';

/**
 * Few names and values, so that data often is what a schema describes, or nearly. None is called
 * __proto__: the records of zod look past it.
 */
const name = fc.constantFrom('a', 'b', 'x/y');
const texts = ['', 'a', 'ab', '2026-01-31', '2026-01-31T09:30:00Z', 'a@shop.example', 'x'];

const leaf: fc.Arbitrary<z.ZodType> = fc.constantFrom<z.ZodType[]>(
  z.string(),
  z.string().min(1).max(2),
  z.string().regex(/^a/),
  z.email(),
  z.email().startsWith('a'),
  z.iso.date(),
  z.iso.datetime(),
  z.number(),
  z.int(),
  z.number().gt(0).lte(10),
  z.number().multipleOf(5),
  z.boolean(),
  z.null(),
  z.literal('a'),
  z.literal(['a', 1, true]),
  z.enum(['a', 'ab']),
  z.unknown(),
  z.never(),
);

const { schema: anySchema } = fc.letrec<{ schema: z.ZodType; object: z.ZodObject }>((tie) => ({
  object: fc
    .tuple(fc.dictionary(name, tie('schema'), { maxKeys: 3 }), fc.nat(2))
    .map(([shape, kind]) => {
      const own = Object.assign(Object.create(null), shape);
      return kind === 0 ? z.object(own) : kind === 1 ? z.strictObject(own) : z.looseObject(own);
    }),
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('object'),
    tie('schema').map((one) => z.array(one).max(2)),
    tie('schema').map((one) => z.array(one).nonempty()),
    fc.tuple(tie('schema'), tie('schema')).map((two) => z.tuple(two)),
    fc.tuple(tie('schema'), tie('schema')).map((two) => z.union(two)),
    fc.tuple(tie('object'), tie('object')).map(([left, right]) => z.intersection(left, right)),
    tie('schema').map((one) => z.record(z.string(), one)),
    tie('schema').map((one) => one.nullable()),
    tie('schema').map((one) => one.optional()),
    tie('schema').map((one) => one.describe('described')),
    tie('schema').map((one) => z.lazy(() => one)),
  ),
}));

const { data: anyData } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown[]>(...texts, 0, 1, 1.5, 5, 10, -5, true, false, null),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(name, tie('data'), { maxKeys: 3 }),
  ),
}));

describe('schemaOfStandard', () => {
  it('says of data what zod says, for every schema without losses', () => {
    const data = fc.array(anyData, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(anySchema, data, (schema, list) => {
        const converted = schemaOfStandard(schema);
        expect(converted.losses).toEqual([]);
        const problemsOf = validatorOf(converted.schema);
        for (const one of list) {
          const said = problemsOf(one).length === 0;
          expect([one, said]).toEqual([one, schema.safeParse(one).success]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
