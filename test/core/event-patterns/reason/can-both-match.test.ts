import fc from 'fast-check';
import type { EventPattern } from '../../../../lib/core/event-patterns/ast';
import { matches } from '../../../../lib/core/event-patterns/match/match';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';
import { canBothMatch } from '../../../../lib/core/event-patterns/reason/can-both-match';
import { commonData, schemaOf } from '../../schemas/api-gateway/any-schema';
import { drafts, judgeOf } from './judges';
import {
  anyMatcher,
  deepPattern,
  deepWorld,
  flatPattern,
  flatWorld,
  oddWorld,
  patternOf,
  simpleMatcher,
} from './small-world';

function check(a: EventPattern, b: EventPattern, world: readonly string[]): string {
  const answer = canBothMatch(a, b);
  const both = (event: string) => matches(a, event) && matches(b, event);
  if (answer.answer === 'yes') {
    expect(both(answer.witness)).toBe(true);
    expect(answer.witness.includes('[')).toBe(answer.needsArray);
  }
  if (answer.answer === 'no') {
    expect([...world, ...oddWorld].filter(both)).toEqual([]);
  }
  if (answer.answer === 'no' || (answer.answer === 'yes' && answer.clash !== undefined)) {
    expect(world.filter((event) => !event.includes('[') && both(event))).toEqual([]);
  }
  return answer.answer;
}

describe('canBothMatch', () => {
  test.each<[string, object, object, string]>([
    ['a text that both take', { a: ['x', 'y'] }, { a: ['y', 'z'] }, '{"a":"y"}'],
    ['a field each', { a: [1] }, { b: [2] }, '{"a":1,"b":2}'],
    [
      'a field that neither has',
      { a: [1], c: [{ exists: false }] },
      { a: [{ numeric: ['>', 0] }] },
      '{"a":1}',
    ],
    ['a text of two ends', { a: [{ prefix: 'ab' }] }, { a: [{ suffix: 'yz' }] }, '{"a":"abyz"}'],
    [
      'a text of two wildcards',
      { a: [{ wildcard: 'a*' }] },
      { a: [{ wildcard: '*z' }] },
      '{"a":"az"}',
    ],
    [
      'the second alternatives',
      { $or: [{ a: [1] }, { b: [1] }] },
      { $or: [{ a: [2] }, { b: [1, 2] }] },
      '{"a":1,"b":1}',
    ],
    [
      'ranges that touch',
      { a: [{ numeric: ['<=', 5] }] },
      { a: [{ numeric: ['>=', 5] }] },
      '{"a":5}',
    ],
    [
      'a block within another',
      { a: [{ cidr: '10.0.0.0/8' }] },
      { a: [{ cidr: '10.1.0.0/16' }] },
      '{"a":"10.1.0.0"}',
    ],
  ])('finds %s', (_, a, b, witness) => {
    expect(canBothMatch(parsePattern(a), parsePattern(b))).toEqual({
      answer: 'yes',
      witness,
      needsArray: false,
    });
  });

  test.each<[string, object, object, string, string]>([
    [
      'two texts',
      { a: ['x'], b: [1] },
      { a: [{ prefix: 'y' }], b: [1, 2] },
      '{"a":["x","yx"],"b":1}',
      'a: one pattern asks for "x", the other for a text that begins with "y"',
    ],
    [
      'ranges that are apart',
      { a: [{ numeric: ['<', 5] }] },
      { a: [{ numeric: ['>=', 5] }] },
      '{"a":[0,5]}',
      'a: one pattern asks for a number < 5, the other for a number >= 5',
    ],
    [
      'a field that only one element has',
      { a: { b: [1], c: [{ exists: false }] } },
      { a: { c: [2] } },
      '{"a":[{"b":1},{"c":2}]}',
      'a.c: one pattern asks for no value, the other for 2',
    ],
  ])('needs an array for %s', (_, a, b, witness, clash) => {
    expect(canBothMatch(parsePattern(a), parsePattern(b))).toEqual({
      answer: 'yes',
      witness,
      needsArray: true,
      clash,
    });
  });

  test.each<[string, object, object, string]>([
    [
      'a field that must be absent',
      { a: [{ exists: false }] },
      { a: ['x'] },
      'a: one pattern asks for no value, the other for "x"',
    ],
    [
      'one that comes before what could choose an element',
      { a: { b: [{ exists: false }], c: [1] } },
      { a: { b: [2] } },
      'a.b: one pattern asks for no value, the other for 2',
    ],
    [
      'a pattern that matches nothing',
      { a: [{ numeric: ['>', 1, '<', 1.0000000000000002] }] },
      { b: [1] },
      'a: nothing is a number > 1 and < 1.0000000000000002',
    ],
  ])('says no because of %s', (_, a, b, reason) => {
    expect(canBothMatch(parsePattern(a), parsePattern(b))).toEqual({
      answer: 'no',
      reason,
      extent: 'all',
    });
  });

  test('says no where the schema allows one value a field', () => {
    const schema = { properties: { country: { type: 'string' } } };

    expect(
      canBothMatch(parsePattern({ country: ['US'] }), parsePattern({ country: ['CA'] }), schema),
    ).toEqual({
      answer: 'no',
      reason: 'country: the schema allows a text, the patterns ask for "US" and "CA"',
      extent: 'plain',
    });
  });

  test('shares out the elements of an array that the schema allows', () => {
    const item = { type: 'object', properties: { sku: { type: 'string' } } };
    const schema = { properties: { lines: { type: 'array', items: item } } };

    expect(
      canBothMatch(
        parsePattern({ lines: { sku: ['A'] } }),
        parsePattern({ lines: { sku: ['B'] } }),
        schema,
      ),
    ).toEqual({
      answer: 'yes',
      witness: '{"lines":[{"sku":"A"},{"sku":"B"}]}',
      needsArray: true,
      clash: 'lines.sku: the schema allows a text, the patterns ask for "A" and "B"',
    });
  });

  test('can’t compare patterns that look at different things', () => {
    expect(
      canBothMatch(parsePattern({ a: [1] }), parsePattern({ a: [1] }, 'sns-attributes')),
    ).toEqual({
      answer: 'unknown',
      reason: 'a pattern of eventbridge and one of sns-attributes look at different things',
    });
  });

  test('for every two patterns of fields that stand alone, decides', () => {
    fc.assert(
      fc.property(flatPattern(simpleMatcher), flatPattern(simpleMatcher), (a, b) => {
        expect(check(a, b, flatWorld)).not.toBe('unknown');
      }),
      { numRuns: 200 },
    );
  });

  test('for every two patterns, is never wrong', () => {
    fc.assert(
      fc.property(deepPattern(anyMatcher), deepPattern(anyMatcher), (a, b) => {
        check(a, b, deepWorld);
      }),
      { numRuns: 200 },
    );
  });

  test.each(drafts)('for every two patterns and a schema of %s, is never wrong', (draft) => {
    const pattern = patternOf(['a', 'b', 'ab', 'a.a', 'a.b', 'b.a'], anyMatcher);
    const schemas = schemaOf({ draft, withLosses: true });
    const world = commonData.filter(
      (one) => typeof one === 'object' && one?.constructor === Object,
    );

    fc.assert(
      fc.property(pattern, pattern, schemas, (a, b, schema) => {
        const judge = judgeOf(draft, schema);
        const answer = canBothMatch(a, b, schema);
        const both = (event: string) => matches(a, event) && matches(b, event);
        if (answer.answer === 'yes') {
          expect(both(answer.witness)).toBe(true);
          expect(judge(JSON.parse(answer.witness))).not.toBe(false);
        }
        if (answer.answer === 'no') {
          const found = world.filter((one) => both(JSON.stringify(one)) && judge(one) === true);
          expect(found).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
