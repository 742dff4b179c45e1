import fc from 'fast-check';
import {
  EventError,
  type EventPattern,
  matches,
  PatternError,
  parsePattern,
} from '../../../../lib/core/event-patterns';
import { compile } from '../../../../lib/core/event-patterns/compile/compile';

/** Few names and values, so that rules and events meet. */
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b') },
  { weight: 1, arbitrary: fc.constantFrom('c', 'a.b', '', '__proto__', 'é') },
);
const text = fc.constantFrom(
  '',
  'x',
  'xy',
  'X',
  'yx',
  '"',
  '\\',
  'a\nb',
  '10.0.0.1',
  '10.0.0.9',
  'ß',
);
const spelling = fc.constantFrom(
  '1',
  '1.0',
  '10e-1',
  '-0',
  '2',
  '9007199254740993',
  '0.30',
  '1e400',
);

type Draft =
  | { readonly kind: 'leaf'; readonly json: string }
  | { readonly kind: 'list'; readonly items: readonly Draft[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Draft])[] };

const leaf = fc
  .oneof(
    text.map((value) => JSON.stringify(value)),
    spelling,
    fc.constantFrom('true', 'false', 'null'),
  )
  .map((json): Draft => ({ kind: 'leaf', json }));

const event = fc.letrec<{ value: Draft; object: Draft }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('object'),
    fc.array(tie('value'), { maxLength: 4 }).map((items): Draft => ({ kind: 'list', items })),
  ),
  object: fc
    .array(fc.tuple(name, tie('value')), { maxLength: 4 })
    .map((members): Draft => ({ kind: 'object', members })),
})).object;

/** As text, with space where `space` says so, so that spellings and repeated names survive. */
function written(draft: Draft, space: string): string {
  if (draft.kind === 'leaf') return draft.json;
  if (draft.kind === 'list') {
    return `[${space}${draft.items.map((item) => written(item, space)).join(`,${space}`)}]`;
  }
  const members = draft.members.map(
    ([key, value]) => `${JSON.stringify(key)}${space}:${written(value, space)}`,
  );
  return `{${members.join(`${space},`)}${space}}`;
}

const operator = fc.oneof(
  fc.record({ prefix: text }),
  fc.record({ suffix: text }),
  fc.record({ prefix: fc.record({ 'equals-ignore-case': text }) }),
  fc.record({ 'equals-ignore-case': text }),
  fc.record({ wildcard: fc.constantFrom('*', 'x*', '*x', '*y*', 'x*y', 'x') }),
  fc.record({ numeric: fc.constantFrom(['<', 2], ['>=', 1, '<', 2], ['=', 1]) }),
  fc.record({ cidr: fc.constantFrom('10.0.0.0/30', '10.0.0.0/8') }),
  fc.record({ exists: fc.boolean() }),
  fc.record({
    'anything-but': fc.constantFrom('x', ['x', 'xy'], 1, { prefix: 'x' }, { wildcard: '*y' }),
  }),
);
const matcher = fc.oneof(
  operator.map((value) => JSON.stringify(value)),
  text.map((value) => JSON.stringify(value)),
  spelling,
  fc.constantFrom('true', 'null'),
);
const field = fc.array(matcher, { minLength: 1, maxLength: 3 }).map((items) => `[${items}]`);

const fields = fc.letrec<{ object: string; value: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, field, tie('object')),
  object: fc.oneof(
    { maxDepth: 3 },
    fc
      .array(fc.tuple(name, tie('value')), { minLength: 1, maxLength: 3 })
      .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`)}}`),
    fc.tuple(tie('object'), tie('object')).map((both) => `{"$or":[${both}]}`),
  ),
})).object;

/** For rules that all look at one field: more of them than are asked one by one. */
const crowdedText = fc.oneof(
  fc.constantFrom(
    '?',
    'x?',
    'X',
    'xy',
    'yx',
    '10.0.0.1',
    '10.0.0.9',
    '::1',
    'a00:1::9',
    '\ud800',
    'x\udfff',
  ),
  fc.constantFrom('ß', 'SS', 'é', 'É', 'k', '\u212a', 'ı', 'I', ''),
  fc.string({ unit: fc.constantFrom('x', 'y', 'Y', '"'), maxLength: 3 }),
);
const bound = fc.integer({ min: 0, max: 8 });
const crowdedMatcher = fc.oneof(
  crowdedText,
  bound,
  fc.constantFrom<unknown>(
    true,
    null,
    { exists: true },
    { cidr: '10.0.0.0/30' },
    { cidr: '10.0.0.0/8' },
    { cidr: '::/64' },
    { cidr: 'a00:1::/32' },
  ),
  fc.record({ prefix: crowdedText }),
  fc.record({ suffix: crowdedText }),
  fc.record({ suffix: fc.record({ 'equals-ignore-case': crowdedText }) }),
  fc.record({ 'equals-ignore-case': crowdedText }),
  fc.record({
    wildcard: fc.constantFrom('x*', '*x', 'x*y', 'x', '*y*', '*yx*', '*x*yx*', '*xyxyx*', '*ß*'),
  }),
  fc.record({ 'anything-but': crowdedText }),
  fc
    .tuple(fc.constantFrom('>', '>='), bound, fc.constantFrom('<', '<='), bound)
    .map((numeric) => ({ numeric })),
);
const crowdedLeaf = fc.oneof(
  crowdedText,
  bound,
  bound.map((whole) => whole + 0.5),
  fc.constantFrom(true, null),
);

function parsed(rules: readonly string[]): EventPattern[] {
  return rules.flatMap((rule) => {
    try {
      return [parsePattern(rule)];
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return [];
    }
  });
}

describe('compile', () => {
  test('for every event and any rules, answers as matches does for each of them', () => {
    let [matching, all] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fields, { maxLength: 8 }),
        event,
        fc.constantFrom('', ' ', '\n\t'),
        (rules, draft, space) => {
          const patterns = parsed(rules);
          const json = written(draft, space);
          const expected = patterns.flatMap((pattern, at) => (matches(pattern, json) ? [at] : []));
          matching += expected.length;
          all += patterns.length;

          expect(
            compile(patterns.map((pattern, at) => [at, pattern] as const)).matches(json),
          ).toEqual(expected);
        },
      ),
      { numRuns: 2500 },
    );
    // The rules and events meet often enough for the answers to mean something.
    expect(matching / all).toBeGreaterThan(0.05);
    expect(matching / all).toBeLessThan(0.95);
  });

  test('for every value and many rules about one field, answers as matches does', () => {
    let [matching, all] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(crowdedMatcher, { minLength: 20, maxLength: 60 }),
        fc.array(crowdedLeaf, { minLength: 1, maxLength: 2 }),
        (matchers, leaves) => {
          const patterns = parsed(matchers.map((one) => `{"a":[${JSON.stringify(one)}]}`));
          const json = `{"a":[${leaves.map((leaf) => JSON.stringify(leaf))}]}`;
          const expected = patterns.flatMap((pattern, at) => (matches(pattern, json) ? [at] : []));
          matching += expected.length;
          all += patterns.length;

          expect(
            compile(patterns.map((pattern, at) => [at, pattern] as const)).matches(json),
          ).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
    expect(matching / all).toBeGreaterThan(0.05);
    expect(matching / all).toBeLessThan(0.95);
  });

  test('for every object, answers as matches does', () => {
    const values = fc.dictionary(
      name,
      fc.anything({ maxDepth: 3, withBigInt: true, withSparseArray: true }),
      { maxKeys: 5 },
    );
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 5 }), values, (rules, value) => {
        const patterns = parsed(rules);
        const expected = patterns.flatMap((pattern, at) => (matches(pattern, value) ? [at] : []));

        expect(
          compile(patterns.map((pattern, at) => [at, pattern] as const)).matches(value),
        ).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('for every text, refuses what matches refuses', () => {
    const patterns = parsed(['{"a":[{"exists":true}]}', '{"b":{"c":[{"exists":false}]}}']);
    const compiled = compile(patterns.map((pattern, at) => [at, pattern] as const));
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'{}[]:,"\\u0aAebc1.+- \n\ttruefalsn') }),
      event.chain((draft) => {
        const json = written(draft, ' ');
        return fc
          .tuple(
            fc.nat(json.length),
            fc.constantFrom('', '"', '\\', '{', ']', ',', '0', '\u0000', '\ud800'),
          )
          .map(([at, other]) => json.slice(0, at) + other + json.slice(at + 1));
      }),
    );
    const answer = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (error) {
        if (!(error instanceof EventError)) throw error;
        return error.message;
      }
    };

    fc.assert(
      fc.property(texts, (json) => {
        const expected = answer(() =>
          patterns.flatMap((pattern, at) => (matches(pattern, json) ? [at] : [])),
        );

        expect(answer(() => compiled.matches(json))).toEqual(expected);
      }),
      { numRuns: 4000 },
    );
  });
});
