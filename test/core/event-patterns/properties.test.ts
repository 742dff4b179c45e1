import fc from 'fast-check';
import { EventError, matches, PatternError, parsePattern } from '../../../lib/core/event-patterns';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const name = fc.oneof(
  fc.stringMatching(/^[a-c]$/),
  fc.stringMatching(/^[a-z_-]{1,8}$/),
  fc.constant('__proto__'),
);

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.ipV4(),
  fc.ipV6(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

/** Events as CloudEvents carry them: every object and array holds something. */
const event = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('object'),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
  ),
  object: fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4 }),
})).object as fc.Arbitrary<Record<string, Json>>;

/** A pattern that asks for all leaves of the event; of an array, for those of its first element. */
function patternOf(value: Json): unknown {
  if (Array.isArray(value)) {
    return patternOf(value[0] ?? null);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, patternOf(part)]));
  }
  return [value];
}

const patterns = [
  { a: [1, { prefix: 'x' }, { exists: false }], b: { c: [{ 'anything-but': ['x'] }] } },
  { $or: [{ a: { b: [{ wildcard: '*a*' }] } }, { c: [{ cidr: '::/0' }, '10.0.0.1'] }] },
  { a: [{ numeric: ['>', 0] }], '': [{ suffix: { 'equals-ignore-case': 'ß' } }] },
];

describe('matches', () => {
  test('for every event, is true of a pattern made of its own leaves', () => {
    fc.assert(
      fc.property(event, (value) => {
        const pattern = parsePattern(JSON.stringify(patternOf(value)));

        return matches(pattern, value) && matches(pattern, JSON.stringify(value));
      }),
    );
  });

  test('for every event, is false of such a pattern with a field more', () => {
    fc.assert(
      fc.property(event, (value) => {
        const text = JSON.stringify(patternOf(value)).replace(/}$/, ',"none":[{"exists":true}]}');

        return !matches(parsePattern(text), value);
      }),
    );
  });

  test('for every event, is the same for a field or its absence as for anything', () => {
    fc.assert(
      fc.property(event, name, (value, field) => {
        const present = matches(parsePattern(`{"${field}":[{"exists":true}]}`), value);
        const absent = matches(parsePattern(`{"${field}":[{"exists":false}]}`), value);

        return present !== absent;
      }),
    );
  });

  test.each(patterns)('for every JSON text, decides or refuses the event: %j', (pattern) => {
    const parsed = parsePattern(pattern);

    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        if (text.startsWith('{')) {
          expect([true, false]).toContain(matches(parsed, text));
        } else {
          expect(() => matches(parsed, text)).toThrow(EventError);
        }
      }),
    );
  });

  test('for every text, agrees with JSON.parse on what JSON is', () => {
    const pattern = parsePattern({ a: [{ exists: true }, { exists: false }] });
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'{}[]:,"\\u0aAe1.+- \n\ttruefalsn') }),
      fc.json().map((text) => text.slice(0, -1)),
      fc.json(),
    );

    fc.assert(
      fc.property(texts, (text) => {
        const wrapped = `{"a":${text}}`;
        let valid = true;
        try {
          JSON.parse(wrapped);
        } catch {
          valid = false;
        }
        if (valid) {
          expect(matches(pattern, wrapped)).toBe(true);
        } else {
          expect(() => matches(pattern, wrapped)).toThrow(EventError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parsePattern', () => {
  test('for every value, makes a pattern or refuses it', () => {
    const operator = fc.dictionary(
      fc.constantFrom('prefix', 'wildcard', 'numeric', 'cidr', 'anything-but', 'exists', '$or'),
      fc.oneof(fc.jsonValue(), fc.constantFrom(['>', 1], ['=', '1'], '10.0.0.0/8', '*', '\\')),
      { maxKeys: 2 },
    );

    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ a: fc.array(operator) })), (value) => {
        try {
          expect(parsePattern(value as object).paths.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
