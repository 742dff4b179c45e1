/** A world of few names and values, small enough to try everything that reasoning speaks of. */
import fc from 'fast-check';
import type { EventPattern, Matcher } from '../../../../lib/core/event-patterns/ast';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const words = fc.constantFrom('', 'a', 'ab', 'b', 'ba', 'A', 'c');
const digits = fc.constantFrom(0, 1, 2, 1.5);

export const range = fc.constantFrom<Json>(
  { numeric: ['>', 0, '<=', 1] },
  { numeric: ['<', 1] },
  { numeric: ['>=', 1] },
  { numeric: ['>', 1] },
  { numeric: ['=', 2] },
);

/** Matchers as a pattern spells them. */
export const simpleMatcher = fc.oneof(
  words,
  digits,
  fc.constantFrom(true, false, null),
  words.map((prefix) => ({ prefix })),
  range,
  fc.boolean().map((exists) => ({ exists })),
);

const wildcard = fc
  .constantFrom('*', 'a*', '*a', 'a*b', '*b*', 'ab')
  .map((text) => ({ wildcard: text }));

export const anyMatcher = fc.oneof(
  { weight: 2, arbitrary: simpleMatcher },
  words.map((suffix) => ({ suffix })),
  words.map((text) => ({ 'equals-ignore-case': text })),
  words.map((text) => ({ prefix: { 'equals-ignore-case': text } })),
  words.map((text) => ({ suffix: { 'equals-ignore-case': text } })),
  wildcard,
  fc.uniqueArray(words, { minLength: 1, maxLength: 3 }).map((not) => ({ 'anything-but': not })),
  fc.uniqueArray(digits, { minLength: 1, maxLength: 3 }).map((not) => ({ 'anything-but': not })),
  fc.constantFrom('a', 'b').map((prefix) => ({ 'anything-but': { prefix } })),
  fc.constantFrom('a', 'b').map((suffix) => ({ 'anything-but': { suffix } })),
  wildcard.map((not) => ({ 'anything-but': not })),
);

const list = (matcher: fc.Arbitrary<unknown>) => fc.array(matcher, { minLength: 1, maxLength: 2 });

/** Patterns of fields that stand alone, and share no array. */
export function flatPattern(matcher: fc.Arbitrary<unknown>): fc.Arbitrary<EventPattern> {
  const fields = fc.dictionary(fc.constantFrom('x', 'y'), list(matcher), { minKeys: 1 });
  return alternatives(fields).map((pattern) => parsePattern(JSON.stringify(pattern)));
}

/** Patterns of fields that stand in one another. */
export function deepPattern(matcher: fc.Arbitrary<unknown>): fc.Arbitrary<EventPattern> {
  return patternOf(['p', 'p.a', 'p.b', 'p.c', 'p.q.a', 'p.q.b', 'x'], matcher);
}

/** Patterns of up to three of the paths. */
export function patternOf(
  paths: readonly string[],
  matcher: fc.Arbitrary<unknown>,
): fc.Arbitrary<EventPattern> {
  const fields = fc.dictionary(fc.constantFrom(...paths), list(matcher), {
    minKeys: 1,
    maxKeys: 3,
  });
  return alternatives(fields).map((pattern) => parsePattern(JSON.stringify(pattern)));
}

function alternatives(fields: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc.oneof(
    { weight: 3, arbitrary: fields },
    fc.array(fields, { minLength: 2, maxLength: 2 }).map(($or) => ({ $or })),
  );
}

const value = fc.oneof(
  fc.constantFrom<Json>('a', 'ab', 'b', 'A', 1, 1.5, 2, 0, -1, true, null),
  words,
);

const several = fc.oneof(
  { weight: 4, arbitrary: value },
  fc.array(value, { minLength: 0, maxLength: 2 }),
);

const inner = fc.dictionary(fc.constantFrom('a', 'b', 'c'), several, { maxKeys: 2 });
const middle = fc.oneof(
  inner,
  fc.tuple(inner, inner).map((pair): Json => pair),
);
const outer = fc.tuple(inner, fc.option(middle)).map(([fields, q]): Json => {
  return q === null ? fields : { ...fields, q };
});
const top = fc.oneof(
  { weight: 3, arbitrary: outer },
  { weight: 3, arbitrary: fc.array(fc.oneof(outer, value), { minLength: 1, maxLength: 3 }) },
  several,
);

const flatEvents = fc.dictionary(fc.constantFrom('x', 'y'), several);
const deepEvents = fc.dictionary(fc.constantFrom('p', 'x'), top, { minKeys: 1 });

/** Events with names that are repeated or hold dots, as JSON texts. */
const oddEvents = fc
  .array(fc.tuple(fc.constantFrom('p', 'p.q', 'p.a', 'x'), top), { minLength: 1, maxLength: 3 })
  .map((members) => {
    return `{${members.map(([name, json]) => `"${name}":${JSON.stringify(json)}`).join()}}`;
  });

function sample(events: fc.Arbitrary<object>, size: number): readonly string[] {
  const texts = fc.sample(events, { numRuns: size, seed: 20 }).map((one) => JSON.stringify(one));
  return [...new Set(['{}', ...texts])];
}

export const flatWorld = sample(flatEvents, 600);
export const deepWorld = sample(deepEvents, 1500);
export const oddWorld = [...new Set(fc.sample(oddEvents, { numRuns: 1500, seed: 21 }))];

/** All leaves that a small world has, as JSON texts. */
export const leafWorld: readonly string[] = [
  ...['-1', '0', '1', '1.0', '1.5', '2', '0.5', '3e2', '9007199254740993', '1e999'],
  ...['true', 'false', 'null'],
  ...textsUpTo(4, ['a', 'b', 'A', '"', '?']).map((text) => JSON.stringify(text)),
];

function textsUpTo(length: number, units: readonly string[]): readonly string[] {
  const shorter = length === 0 ? [] : textsUpTo(length - 1, units);
  const longest = shorter.filter((text) => text.length === length - 1);
  return length === 0 ? [''] : [...shorter, ...longest.flatMap((t) => units.map((u) => t + u))];
}

/** The matchers that a list of a pattern is read into. */
export function matchersOf(items: readonly unknown[]): readonly Matcher[] {
  return parsePattern({ x: items }).alternatives[0]?.fields[0]?.matchers ?? [];
}
