import fc from 'fast-check';
import type { EventPattern } from '../../../../lib/core/event-patterns/ast';
import { matches } from '../../../../lib/core/event-patterns/match/match';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';
import { covers } from '../../../../lib/core/event-patterns/reason/covers';
import {
  anyMatcher,
  deepPattern,
  deepWorld,
  flatPattern,
  flatWorld,
  oddWorld,
  simpleMatcher,
} from './small-world';

/** Events that only the second pattern takes. */
function apart(a: EventPattern, b: EventPattern, world: readonly string[]): readonly string[] {
  return world.filter((event) => matches(b, event) && !matches(a, event));
}

function check(a: EventPattern, b: EventPattern, world: readonly string[]): string {
  const answer = covers(a, b);
  if (answer.answer === 'no') {
    expect(apart(a, b, [answer.counterexample])).toHaveLength(1);
  }
  if (answer.answer === 'yes') {
    expect(apart(a, b, answer.extent === 'all' ? [...world, ...oddWorld] : world)).toEqual([]);
  }
  return answer.answer;
}

describe('covers', () => {
  test.each<[string, object, object, string]>([
    ['itself', { a: ['x'], b: [{ exists: false }] }, { a: ['x'], b: [{ exists: false }] }, 'all'],
    ['fewer values', { a: ['x', 'y'] }, { a: ['y'] }, 'all'],
    ['a longer prefix', { a: [{ prefix: 'a' }] }, { a: [{ prefix: 'ab' }] }, 'all'],
    [
      'a narrower range',
      { a: [{ numeric: ['>', 0] }] },
      { a: [{ numeric: ['>', 0, '<', 1] }] },
      'all',
    ],
    [
      'a block within',
      { a: [{ cidr: '10.0.0.0/8' }] },
      { a: [{ cidr: '10.1.0.0/16' }, '10.2.3.4'] },
      'all',
    ],
    ['a wildcard with more', { a: [{ wildcard: 'a*b*' }] }, { a: [{ wildcard: 'a*c*b' }] }, 'all'],
    [
      'more that is left out',
      { a: [{ 'anything-but': 'x' }] },
      { a: [{ 'anything-but': ['x', 'y'] }] },
      'all',
    ],
    ['a text that is not left out', { a: [{ 'anything-but': 'x' }] }, { a: ['y', 1, null] }, 'all'],
    ['a field more', { a: ['x'] }, { a: ['x'], b: ['y'] }, 'all'],
    ['a field more behind', { d: { a: ['x'] } }, { d: { a: ['x'], b: ['y'] } }, 'all'],
    ['a field more before', { d: { b: ['y'] } }, { d: { a: ['x'], b: ['y'] } }, 'plain'],
    ['values of two alternatives', { $or: [{ a: ['x'] }, { a: ['y'] }] }, { a: ['x', 'y'] }, 'all'],
    [
      'values of two alternatives, inside an object',
      { $or: [{ d: { a: ['x'], b: [1] } }, { d: { a: ['y'] } }] },
      { d: { a: ['x', 'y'], b: [1] } },
      'all',
    ],
    ['two alternatives', { a: [1, 2] }, { $or: [{ a: [1] }, { a: [2], b: [1] }] }, 'all'],
    ['what is there or not', { a: [{ exists: true }, { exists: false }] }, { b: [1] }, 'all'],
    ['nothing', { a: ['x'] }, { a: [{ numeric: ['>', 1, '<', 1.0000000000000002] }] }, 'all'],
  ])('says yes of %s', (_, a, b, extent) => {
    expect(covers(parsePattern(a), parsePattern(b))).toEqual({ answer: 'yes', extent });
  });

  test.each<[string, object, object, string, boolean]>([
    ['a value more', { a: ['x'] }, { a: ['x', 'y'] }, '{"a":"y"}', false],
    ['a shorter prefix', { a: [{ prefix: 'ab' }] }, { a: [{ prefix: 'a' }] }, '{"a":"ax"}', false],
    [
      'a bound that is inside',
      { a: [{ numeric: ['>', 1] }] },
      { a: [{ numeric: ['>=', 1] }] },
      '{"a":1}',
      false,
    ],
    ['a field less', { a: ['x'], b: ['y'] }, { a: ['x'] }, '{"a":"x"}', false],
    [
      'a field that may be there',
      { a: ['x'], b: [{ exists: false }] },
      { a: ['x'] },
      '{"a":"x","b":"x"}',
      false,
    ],
    [
      'an address spelt otherwise',
      { a: [{ prefix: '10.' }] },
      { a: ['10.0.0.1'] },
      '{"a":"010.0.0.1"}',
      false,
    ],
    ['half of the alternatives', { a: [1] }, { $or: [{ a: [1] }, { b: [1] }] }, '{"b":1}', false],
    [
      'an absence that looks into the chosen element only',
      { d: { y: [{ exists: false }] } },
      { d: { x: [1], y: [{ exists: false }] } },
      '{"d":[{"x":1},{"y":"x"}]}',
      true,
    ],
    [
      'a field of no matter that still chooses an element',
      { d: { y: [{ exists: true }, { exists: false }], z: [1] } },
      { d: { z: [1] } },
      '{"d":[{"z":1},{"y":"x"}]}',
      true,
    ],
  ])('says no of %s', (_, a, b, counterexample, needsArray) => {
    expect(covers(parsePattern(a), parsePattern(b))).toEqual({
      answer: 'no',
      counterexample,
      needsArray,
    });
  });

  test('hides a value behind a name with dots, so that a field more is not covered', () => {
    const a = parsePattern({ a: { c: [1], x: { e: [3] } } });
    const b = parsePattern({ a: { c: [1], x: { d: [2], e: [3] } } });

    expect(covers(a, b)).toEqual({ answer: 'yes', extent: 'plain' });
    expect(apart(a, b, ['{"a":[{"c":1,"x":{"e":9}}],"a.x":[{"d":2,"e":3}]}'])).toHaveLength(1);
  });

  test('can’t compare patterns that look at different things', () => {
    expect(covers(parsePattern({ a: [1] }), parsePattern({ a: [1] }, 'sns-body')).answer).toBe(
      'unknown',
    );
    expect(
      covers(parsePattern({ a: [1] }), parsePattern({ a: [1] }, 'eventbridge-v2')).answer,
    ).toBe('yes');
  });

  test('leaves open what it can’t search for, such as addresses of an odd spelling', () => {
    const block = parsePattern({ a: [{ cidr: '10.0.0.0/8' }] });
    const others = parsePattern({ a: [{ 'anything-but': { suffix: 'a' } }] });

    expect(covers(others, block).answer).toBe('unknown');
    expect(apart(others, block, ['{"a":"::ffff:a00:a"}'])).toHaveLength(1);
  });

  test('says when it is shown for events without arrays only', () => {
    const a = parsePattern({
      $or: [{ d: { a: [1], b: [{ exists: false }] } }, { d: { b: [{ exists: true }] } }],
    });

    expect(covers(a, parsePattern({ d: { a: [1] } }))).toEqual({
      answer: 'unknown',
      reason: 'it does for events without arrays; for others it was neither shown nor refuted',
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
});
