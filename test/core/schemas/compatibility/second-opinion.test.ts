import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compareSchemas } from '../../../../lib/core/schemas/compatibility';
import { describeWithShared, sharedPath } from '../../../support/shared';
import type { Json } from '../api-gateway/any-schema';
import { contractOf, pairOf } from './any-contract';
import { counterexamples } from './counterexamples';
import { judgeOf } from './judges';
import { mutate } from './mutate';
import { secondOpinion } from './second-opinion';

const seed = Number(process.env.FC_SEED ?? 1);
const draft = '2020-12';

const isFine = (older: unknown, newer: unknown) =>
  compareSchemas(older, newer, { mode: 'BACKWARD', policy: 'strict' }).length === 0;

/** Without what the other judge reads otherwise: formats it overlooks, OpenAPI it doesn't know. */
function plain(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(plain);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name, value]) => name !== 'format' && !(name === 'nullable' && value === true))
      .map(([name, value]) => [name, plain(value)]),
  );
}

type Change = fc.Arbitrary<readonly [older: Json, newer: Json]>;

const changed: Change = fc
  .tuple(contractOf(draft), fc.array(fc.nat(1000), { minLength: 8, maxLength: 16 }))
  .map(([older, changes]) => [plain(older as Json), plain(mutate(older as Json, changes))]);
const small: Change = pairOf(draft).map(([one, other]) => [
  plain(one as Json),
  plain(other as Json),
]);

/**
 * A branch that holds for sure and one that may hold as well: which fields are unevaluated depends
 * on both. Here that isn't followed.
 */
const isNotFollowed = (pair: readonly Json[]) => JSON.stringify(pair).includes('"unevaluated');

/** What jsoncompat finds compatible, with data that the old schema lets through and the new refuses. */
const mistakes: readonly (readonly [name: string, older: object, newer: object, data: Json])[] = [
  [
    'a field in an object that is open',
    { type: 'object' },
    { type: 'object', properties: { b: { type: 'string' } } },
    { b: 1 },
  ],
  [
    'fields by pattern in an object that is open',
    { type: 'object' },
    { type: 'object', patternProperties: { '^x': { type: 'null' } } },
    { x: 1 },
  ],
  [
    'dependentRequired',
    { type: 'object' },
    { type: 'object', dependentRequired: { a: ['b'] } },
    { a: 1 },
  ],
  [
    'dependentSchemas',
    { type: 'object' },
    { type: 'object', dependentSchemas: { a: { required: ['b'] } } },
    { a: 1 },
  ],
  [
    'unevaluatedProperties',
    { type: 'object' },
    { type: 'object', unevaluatedProperties: false },
    { a: 1 },
  ],
];

/** What jsoncompat can't prove. */
const weaker: readonly (readonly [name: string, older: object, newer: object])[] = [
  ['a pattern that is never empty', { type: 'string', pattern: '^[a-z]+$' }, { minLength: 1 }],
  ['multiples that are whole', { type: 'number', multipleOf: 3 }, { type: 'integer' }],
  [
    'a pattern of names less',
    { type: 'object', patternProperties: { '^S_': { type: 'string' }, '^I_': { type: 'number' } } },
    { type: 'object', patternProperties: { '^S_': { type: 'string' } } },
  ],
  [
    'oneOf in another order',
    { oneOf: [{ type: 'string' }, { maxLength: 5 }] },
    { oneOf: [{ maxLength: 5 }, { type: 'string' }] },
  ],
];

describe('compareSchemas, beside jsoncompat', () => {
  test.each([
    ['every change of a contract', changed, 60],
    ['every two small schemas', small, 150],
  ] as const)(
    'for %s that jsoncompat finds compatible, finds so, too, or has data that breaks',
    (_, pairs, numRuns) => {
      fc.assert(
        fc.property(pairs, fc.nat(), ([older, newer], ofData) => {
          if (isNotFollowed([older, newer]) || secondOpinion(older, newer) !== true) return;
          if (isFine(older, newer)) return;
          expect(
            counterexamples({ writer: older, reader: newer, seed: ofData, most: 300 }),
          ).not.toEqual([]);
        }),
        { numRuns, seed },
      );
    },
  );

  test.each(mistakes)('refuses what jsoncompat overlooks: %s', (_, older, newer, data) => {
    expect(secondOpinion(older, newer)).toBe(true);
    expect([judgeOf(draft, older)?.(data), judgeOf(draft, newer)?.(data)]).toEqual([true, false]);
    expect(isFine(older, newer)).toBe(false);
  });

  test.each(weaker)('finds compatible what jsoncompat refuses: %s', (_, older, newer) => {
    expect(secondOpinion(older, newer)).toBe(false);
    expect(isFine(older, newer)).toBe(true);
  });
});

interface Vector {
  readonly id: string;
  readonly compatibility: 'backward' | 'forward' | 'both' | 'none';
  readonly original: unknown;
  readonly updated: unknown;
}

/** Its verdict where it isn't that of the vectors; each has its pair in the tables above, or a reason. */
const otherVerdicts = [
  ['Object: properties 1', 'both'],
  ['Object: dependencies', 'both'], // A keyword of older drafts, which it overlooks.
  ['Object: patternProperties 1', 'none'],
  ['Object: schemaDependencies 2', 'both'], // The same.
  ['String: contentEncoding 2', 'both'], // An annotation, which the vectors take for a check.
  ['String: contentMediaType 2', 'both'],
  ['String: contentMediaType 3', 'both'],
  ['Complex: anyOf 1', 'both'], // By the letter: a branch without a type takes all other types.
  ['Complex: oneOf 2', 'none'],
  ['Issue 4965-O2', 'both'],
];

describeWithShared('compareSchemas, beside jsoncompat', () => {
  test('is of another opinion on those vectors only where jsoncompat is wrong', () => {
    const { tests } = JSON.parse(
      readFileSync(sharedPath('vectors/schema-compatibility.json'), 'utf8'),
    ) as { tests: readonly Vector[] };
    const bare = (schema: unknown) =>
      typeof schema === 'object' ? { ...schema, $schema: undefined } : schema;
    const found = tests.flatMap(({ id, compatibility, original, updated }) => {
      const verdicts = [
        secondOpinion(bare(original), bare(updated)),
        secondOpinion(bare(updated), bare(original)),
      ];
      if (verdicts.includes(undefined)) return [];
      const [backward, forward] = verdicts;
      const one = backward ? 'backward' : forward ? 'forward' : 'none';
      const verdict = backward && forward ? 'both' : one;
      return verdict === compatibility ? [] : [[id, verdict]];
    });

    expect(found).toEqual(otherVerdicts);
  });
});
