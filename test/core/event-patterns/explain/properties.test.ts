import fc from 'fast-check';
import { matches, parsePattern } from '../../../../lib/core/event-patterns';
import type { DialectName } from '../../../../lib/core/event-patterns/dialects/dialect';
import { describeExplanation } from '../../../../lib/core/event-patterns/explain/describe';
import { explain } from '../../../../lib/core/event-patterns/explain/explain';
import { writeMatcher } from '../../../../lib/core/event-patterns/explain/write-matcher';

const name = fc.constantFrom('a', 'b', 'c', 'a.b', '', '__proto__');
const scalar = fc.constantFrom('x', 'X', 'xy', '1', '10.0.0.1', 'true', '', 1, 2, true, null);
const text = fc.constantFrom('x', 'X', 'xy', 'y', '10.0.0.1', 'é');

const matcher = fc.oneof(
  scalar,
  fc.constantFrom({ exists: true }, { exists: false }, { cidr: '10.0.0.0/8' }, { cidr: '::/3' }),
  text.chain((one) =>
    fc.constantFrom<object>(
      { exactly: one },
      { prefix: one },
      { suffix: one },
      { 'equals-ignore-case': one },
      { prefix: { 'equals-ignore-case': one } },
      { suffix: { 'equals-ignore-case': one } },
      { wildcard: `${one}*` },
      { wildcard: `*\\*${one}\\\\*x` },
      { 'anything-but': one },
      { 'anything-but': [one, 'z'] },
      { 'anything-but': { prefix: one } },
      { 'anything-but': { wildcard: [`${one}*`, 'z'] } },
    ),
  ),
  fc.constantFrom<object>(
    { 'anything-but': [1, 2.5] },
    { numeric: ['=', 1] },
    { numeric: ['>', 1] },
    { numeric: ['<=', 1] },
    { numeric: ['>=', 1, '<', 2.5e3] },
    { numeric: ['>=', -Number.MAX_VALUE] },
  ),
);

const value = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.constant([]),
    fc.constant({}),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
}));

const fields = fc.letrec<{ object: unknown; list: unknown; or: unknown }>((tie) => ({
  list: fc.array(matcher, { minLength: 1, maxLength: 3 }),
  object: fc.dictionary(name, fc.oneof({ maxDepth: 2 }, tie('list'), tie('object')), {
    minKeys: 1,
    maxKeys: 3,
  }),
  or: fc
    .tuple(tie('object'), fc.array(tie('object'), { minLength: 2, maxLength: 3 }))
    .map(([object, alternatives]) => ({ ...(object as object), $or: alternatives })),
}));

const pattern = fc.oneof(fields.object, fields.or) as fc.Arbitrary<object>;
const event = value.object as fc.Arbitrary<object>;

const parsed = (input: object, dialect?: DialectName) => {
  try {
    return parsePattern(input, dialect);
  } catch {
    return fc.pre(false) as never;
  }
};

describe('explain', () => {
  test('for every pattern and event, gives the verdict of matches, and the fields bear it out', () => {
    fc.assert(
      fc.property(pattern, event, (rule, given) => {
        const read = parsed(rule);
        const { matches: verdict, alternatives, others } = explain(read, given);

        expect(verdict).toBe(matches(read, given));
        expect(alternatives.length + others).toBe(read.alternatives.length);
        for (const one of alternatives) {
          expect(one.fields.every(({ holds }) => holds)).toBe(verdict);
        }
        const counts = alternatives.map((one) => one.fields.filter(({ holds }) => !holds).length);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
      }),
      { numRuns: 1500 },
    );
  });

  test('for every pattern and message of other dialects, gives the verdict of matches', () => {
    const dialect = fc.constantFrom('sns-attributes', 'sns-body', 'pipes', 'lambda' as const);
    const text = fc.oneof(
      event.map((one) => JSON.stringify(one)),
      fc.constant('no JSON'),
    );
    const message = (name: string, body: string): string | object => {
      if (name === 'sns-body') {
        return body;
      }
      return name === 'sns-attributes'
        ? {
            a: { DataType: 'String', StringValue: 'x' },
            b: { DataType: 'Number', StringValue: '1' },
          }
        : { body, data: Buffer.from(body).toString('base64') };
    };
    fc.assert(
      fc.property(dialect, pattern, text, (name, rule, body) => {
        const wrapped = name === 'pipes' || name === 'lambda' ? { body: rule } : rule;
        const read = parsed(wrapped, name);
        const given = message(name, body);
        const explanation = explain(read, given);

        expect(explanation.matches).toBe(matches(read, given));
        expect(explanation.alternatives.every(({ fields: all }) => all.length > 0)).toBe(true);
        expect(describeExplanation(explanation)).toContain('The event');
      }),
      { numRuns: 1000 },
    );
  });

  test('for every pattern and event, what a field that holds has found is taken, or absence', () => {
    fc.assert(
      fc.property(pattern, event, (rule, given) => {
        for (const { fields: all } of explain(parsed(rule), given).alternatives) {
          for (const field of all.filter(({ holds }) => holds)) {
            const absent = field.wanted.includes('{"exists":false}');
            expect(absent || field.found[0]?.taken).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('for every list of matchers, writes what reads as the same', () => {
    fc.assert(
      fc.property(fc.array(matcher, { minLength: 1, maxLength: 4 }), (list) => {
        const { alternatives } = parsePattern({ a: list });
        const written = (alternatives[0]?.fields[0]?.matchers ?? []).map(writeMatcher);

        expect(parsePattern(`{"a":[${written.join(',')}]}`).alternatives).toEqual(alternatives);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('describeExplanation', () => {
  test('for every pattern and event, is a text that begins with the verdict', () => {
    fc.assert(
      fc.property(pattern, event, (rule, given) => {
        const explanation = explain(parsed(rule), given);
        const said = describeExplanation(explanation);

        expect(said.startsWith('The event matches the pattern')).toBe(explanation.matches);
        expect(said).not.toMatch(/undefined|\n\n\n|\n$/);
      }),
    );
  });
});
