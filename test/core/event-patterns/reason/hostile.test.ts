import type { EventPattern, Matcher } from '../../../../lib/core/event-patterns/ast';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';
import { canBothMatch } from '../../../../lib/core/event-patterns/reason/can-both-match';
import { canMatch } from '../../../../lib/core/event-patterns/reason/can-match';
import { covers } from '../../../../lib/core/event-patterns/reason/covers';

/** A pattern beyond what the parser takes. */
function patternOf(alternatives: readonly Record<string, readonly Matcher[]>[]): EventPattern {
  return {
    dialect: 'eventbridge',
    shadowed: [],
    alternatives: alternatives.map((fields) => ({
      fields: Object.entries(fields).map(([path, matchers]) => ({ path, matchers })),
    })),
    paths: [...new Set(alternatives.flatMap((fields) => Object.keys(fields)))],
  };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function texts(count: number, kind: 'exactly' | 'suffix', start = ''): Matcher[] {
  return times(count, (i) => ({ kind, value: `${start}${i}` }));
}

function wildcard(value: string): Matcher {
  return { kind: 'wildcard', value, parts: value.split('*') };
}

function repeat(pattern: string, count: number): string {
  return pattern.repeat(count);
}

function blocks(first: string): EventPattern {
  const ends = times(250, (i) => `${first}${i.toString(16).toUpperCase().padStart(2, '0')}`);
  return patternOf([
    { a: ends.map((end) => ({ kind: 'ip', text: end, low: `${end}0000`, high: `${end}FFFF` })) },
  ]);
}

describe('reasoning', () => {
  test.each<[string, EventPattern, EventPattern]>([
    [
      'hundreds of alternatives each',
      patternOf(times(200, (i) => ({ a: texts(1, 'exactly', `${i}`), b: texts(9, 'exactly') }))),
      patternOf(times(200, (i) => ({ a: texts(1, 'exactly', `x${i}`), b: texts(9, 'suffix') }))),
    ],
    [
      'alternatives that fail by one of many fields',
      patternOf(
        times(200, (i) =>
          Object.fromEntries(times(100, (j) => [`d.${j}`, texts(2, 'exactly', `${i}`)])),
        ),
      ),
      patternOf([Object.fromEntries(times(100, (j) => [`d.${j}`, texts(20, 'suffix')]))]),
    ],
    [
      'thousands of texts',
      patternOf([{ a: texts(1000, 'exactly') }]),
      patternOf([{ a: texts(1000, 'suffix') }]),
    ],
    [
      'wildcards that have many states together',
      patternOf([{ a: [wildcard(`*${repeat('ab*', 40)}`)] }]),
      patternOf([{ a: [wildcard(`*${repeat('ba*', 39)}b*`)] }]),
    ],
    [
      'long texts',
      patternOf([{ a: [{ kind: 'suffix', value: repeat('a', 100_000) }] }]),
      patternOf([
        { a: [{ kind: 'anything-but', not: [{ kind: 'suffix', value: repeat('a', 50_000) }] }] },
      ]),
    ],
    [
      'a path of 20,000 names',
      patternOf([{ [repeat('a.', 20_000)]: [{ kind: 'keyword', value: 'null' }] }]),
      patternOf([{ [repeat('a.', 20_000)]: [{ kind: 'absent' }], b: [{ kind: 'exists' }] }]),
    ],
    ['hundreds of blocks', blocks('0A'), blocks('0B')],
  ])('ends in time for %s', (_, a, b) => {
    const start = performance.now();

    const schema = { additionalProperties: { type: ['string', 'object'], maxLength: 8 } };
    const answers = [canMatch(a), canBothMatch(a, b), covers(a, b), canBothMatch(a, b, schema)];

    for (const { answer } of answers) {
      expect(['yes', 'no', 'unknown']).toContain(answer);
    }
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  test.each<[string, object]>([
    [
      'alternatives in alternatives',
      { allOf: times(30, (i) => ({ anyOf: [{ required: [`a${i}`] }, { required: [`b${i}`] }] })) },
    ],
    ['thousands of fields', { required: times(5000, (i) => `r${i}`) }],
    [
      'a schema that holds itself twice',
      {
        $ref: '#/$defs/t',
        $defs: {
          t: {
            type: 'object',
            required: ['l', 'r'],
            additionalProperties: { anyOf: [{ $ref: '#/$defs/t' }, { $ref: '#/$defs/t' }] },
          },
        },
      },
    ],
    [
      'patterns with many states',
      { properties: { a: { type: 'string', pattern: '(a|b|ab|ba)*a.{400}c$' } } },
    ],
    ['long elements', { properties: { a: { type: 'array', minItems: 1e9 } } }],
    ['long texts', { properties: { a: { type: 'string', minLength: 1e9 } } }],
  ])('ends in time for a schema of %s', (_, schema) => {
    const start = performance.now();
    const pattern = parsePattern({ a: [{ wildcard: '*a*b*c*' }], b: { c: [1] } });

    expect(['yes', 'no', 'unknown']).toContain(canMatch(pattern, schema).answer);
    expect(['yes', 'no', 'unknown']).toContain(canBothMatch(pattern, pattern, schema).answer);
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});
