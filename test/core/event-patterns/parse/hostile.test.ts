import fc from 'fast-check';
import { PatternError } from '../../../../lib/core/event-patterns';
import type { DialectName } from '../../../../lib/core/event-patterns/dialects/dialect';
import { readEvent } from '../../../../lib/core/event-patterns/dialects/event';
import { dialects } from '../../../../lib/core/event-patterns/dialects/table';
import { EventError } from '../../../../lib/core/event-patterns/errors';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';
import { nearTheEndOfTheStack } from '../json/call-stack';

const names = Object.keys(dialects) as DialectName[];

type Outcome = 'pattern' | 'refusal';

function outcome(pattern: string | object, dialect: DialectName): Outcome {
  try {
    return parsePattern(pattern, dialect).paths.length > 0 ? 'pattern' : 'refusal';
  } catch (error) {
    if (error instanceof PatternError) {
      return 'refusal';
    }
    throw error;
  }
}

/** `$or` of two objects beside `$or` of two objects, so many times. */
const product = (times: number) =>
  `{${Array.from({ length: times }, (_, i) => `"$or":[{"a${i}":[1]},{"b${i}":[1]}]`).join(',')}}`;

const nested = (levels: number) => `${'{"$or":['.repeat(levels)}{}${']}'.repeat(levels)}`;

const throwing = {
  get a(): never {
    throw new Error('no');
  },
};

const hostile: readonly (readonly [string, string | object])[] = [
  ['200,000 levels of objects', `${'{"":'.repeat(200_000)}[1]${'}'.repeat(200_000)}`],
  ['1,000 levels, all but one too many', `${'{"":'.repeat(1000)}[1]${'}'.repeat(1000)}`],
  ['200,000 levels of $or', nested(200_000)],
  ['a string of a million characters', `{"a":["${'x'.repeat(1_000_000)}"]}`],
  ['a name of a million characters', { ['x'.repeat(1_000_000)]: [{}] }],
  ['50,000 fields', Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`f${i}`, [1]]))],
  ['50,000 empty objects', `{"a":[${'{},'.repeat(50_000)}{}]}`],
  ['1,000 asterisks in a row', { a: [{ wildcard: '*'.repeat(1000) }] }],
  ['a cidr of 4,000 slashes', { a: [{ cidr: `1${'/'.repeat(4000)}8` }] }],
  ['a number of 4,000 digits', `{"a":[{"numeric":["=",${'1'.repeat(4000)}]}]}`],
  ['2 to the power of 150 combinations', product(150)],
  ['an object whose getter throws', throwing],
  ['an object whose toJSON throws', { a: { toJSON: () => throwing.a } }],
  ['a proxy that is revoked', revoked()],
];

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe('parsePattern', () => {
  describe.each(hostile)('of %s', (_, pattern) => {
    test.each(names)('refuses it at once: %s', (dialect) => {
      expect(outcome(pattern, dialect)).toBe('refusal');
    });
  });

  test.each<DialectName>(['eventbridge', 'sns-attributes', 'sns-body'])(
    'refuses a wildcard of 1,000 asterisks at once: %s',
    (dialect) => {
      expect(outcome({ a: [{ wildcard: '*a'.repeat(1000) }] }, dialect)).toBe('refusal');
    },
  );

  test.each(names)('takes __proto__ as a field like any other: %s', (dialect) => {
    expect(parsePattern('{"__proto__":["x"]}', dialect).paths).toEqual(['__proto__']);
  });

  test('counts the combinations before it makes them', () => {
    expect(() => parsePattern(product(10))).toThrow('combine in more than 1000 ways');
    expect(parsePattern(product(9)).alternatives).toHaveLength(512);
  });

  test('takes 800 levels where hardly any of the call stack is left', () => {
    const pattern = `${'{"":'.repeat(800)}["x"]${'}'.repeat(800)}`;

    expect(nearTheEndOfTheStack(() => parsePattern(pattern).paths.length)).toBe(1);
  });

  test.each([
    ['differ', (i: number) => `f${i}`],
    ['are one', () => 'f'],
  ])('reads at once a long name above 10,000 names that %s', (_, name) => {
    const fields = Array.from({ length: 10_000 }, (_, i) => `"${name(i)}":["x"]`);
    const policy = `{"${'x'.repeat(120_000)}":{${fields.join(',')}}}`;

    expect(outcome(policy, 'sns-body')).toBe(name(0) === 'f' ? 'pattern' : 'refusal');
  });

  test('takes a filter policy of 900 levels of fields, and of many texts', () => {
    const deep = `${'{"a":'.repeat(900)}[{"exists":true}]${'}'.repeat(900)}`;
    const texts = Array.from({ length: 150 }, () => 'x'.repeat(1000));

    expect(outcome(deep, 'sns-body')).toBe('refusal');
    expect(outcome({ a: texts }, 'sns-body')).toBe('pattern');
  });

  const json = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'{}[]:,"\\u0aAe1.+-*/ \n$or') }),
    fc.json(),
    fc
      .jsonValue()
      .map((value) => JSON.stringify({ a: [value], $or: [{ b: [value] }, { c: [1] }] })),
  );

  test('for every text and dialect, makes a pattern or refuses it', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(...names), (text, dialect) => {
        expect(['pattern', 'refusal']).toContain(outcome(text, dialect));
      }),
      { numRuns: 1000 },
    );
  });

  test('for every value and dialect, makes a pattern or refuses it', () => {
    const value = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true });

    fc.assert(
      fc.property(value, fc.constantFrom(...names), (pattern, dialect) => {
        expect(['pattern', 'refusal']).toContain(outcome(pattern as object, dialect));
      }),
      { numRuns: 1000 },
    );
  });

  test('for every text, refuses it with a place inside the text or none', () => {
    fc.assert(
      fc.property(json, (text) => {
        try {
          parsePattern(text);
        } catch (error) {
          const { line = 1, column = 1 } = (error as PatternError).at ?? {};
          const lines = text.split('\n');

          expect(lines.length).toBeGreaterThanOrEqual(line);
          expect((lines[line - 1] ?? '').length + 1).toBeGreaterThanOrEqual(column);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readEvent', () => {
  test('for every text and dialect, gives what a pattern looks at, nothing, or refuses it', () => {
    const attribute = fc.record({ Type: fc.string(), Value: fc.json() });
    const event = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.dictionary(fc.string(), attribute).map((map) => JSON.stringify(map)),
      fc.record({ body: fc.string(), data: fc.base64String(), kinesis: fc.jsonValue() }),
    );

    fc.assert(
      fc.property(event, fc.constantFrom(...names), (given, dialect) => {
        try {
          expect([undefined, 'object']).toContain(readEvent(dialect, given)?.kind);
        } catch (error) {
          expect(error).toBeInstanceOf(EventError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
