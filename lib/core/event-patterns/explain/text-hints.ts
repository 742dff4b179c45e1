/**
 * How a text differs from what a text matcher asks for. First what people do not see (case, white
 * space, encoding of accents), then slips of a key, then what is too much or too little.
 */
import type { TextMatcher } from '../ast';
import { comparableNumber } from '../values/numbers';
import { matchesParts } from '../values/texts';
import { differing, sharedStart, slips } from './distance';
import { otherType, type Ranked, type Value } from './ranked';
import { shorten } from './shorten';

export function textHint(value: Value, matcher: TextMatcher): Ranked {
  const { node } = value;
  if (node.kind !== 'string') {
    const spelt = matcher.value === node.text;
    const same = spelt || (node.kind === 'number' && isNumber(matcher.value, value.leaf.number));
    return same
      ? otherType(value, `the text ${quote(matcher.value)}`, 0)
      : otherType(value, 'a text', 8);
  }
  return unseen(node.text, matcher) ?? slip(node.text, matcher) ?? apart(node.text, matcher);
}

const isNumber = (text: string, number: number | undefined): boolean =>
  number !== undefined && comparableNumber(text) === number;

const quote = (text: string): string => shorten(JSON.stringify(text), 60);

/** Whether the matcher would take a text, if both were first changed in one way. */
function takes(text: string, matcher: TextMatcher, change: (text: string) => string): boolean {
  const [given, wanted] = [change(text), change(matcher.value)];
  switch (matcher.kind) {
    case 'prefix':
    case 'prefix-ignore-case':
      return given.startsWith(wanted);
    case 'suffix':
    case 'suffix-ignore-case':
      return given.endsWith(wanted);
    case 'wildcard':
      return matchesParts(given, matcher.parts.map(change));
    default:
      return given === wanted;
  }
}

const lower = (text: string): string => text.toLowerCase();
const dense = (text: string): string => text.replaceAll(/[\s\u200b\ufeff]+/g, '');
const composed = (text: string): string => text.normalize('NFKC');

function unseen(text: string, matcher: TextMatcher): Ranked | undefined {
  if (takes(text, matcher, lower)) {
    return letterCase(matcher);
  }
  if (takes(text, matcher, dense)) {
    return { kind: 'white-space', text: whiteSpace(text), rank: 0 };
  }
  if (takes(text, matcher, composed)) {
    const hint = 'it looks the same, but is made of other Unicode characters';
    return { kind: 'spelling', text: hint, rank: 0 };
  }
  return takes(text, matcher, (one) => lower(dense(composed(one))))
    ? { kind: 'white-space', text: 'only white space and upper and lower case differ', rank: 1 }
    : undefined;
}

function whiteSpace(text: string): string {
  if (text.trimStart() !== text) {
    return 'only white space differs: it begins with some';
  }
  return `only white space differs${text.trimEnd() === text ? '' : ': it ends with some'}`;
}

function letterCase({ kind, value }: TextMatcher): Ranked {
  const ignoring = `{"equals-ignore-case":${quote(value)}}`;
  const insteads: Readonly<Record<string, string>> = {
    exactly: ignoring,
    prefix: `{"prefix":${ignoring}}`,
    suffix: `{"suffix":${ignoring}}`,
  };
  const instead = insteads[kind];
  if (kind.endsWith('ignore-case')) {
    const text = 'AWS compares this character only as it is written, also where case is ignored';
    return { kind: 'letter-case', text, rank: 0 };
  }
  const advice = instead === undefined ? '' : `; ${instead} would take it`;
  return { kind: 'letter-case', text: `only upper and lower case differ${advice}`, rank: 0 };
}

function slip(text: string, { kind, value }: TextMatcher): Ranked | undefined {
  const whole = kind === 'exactly' || kind === 'equals-ignore-case';
  const edits = whole ? slips(text, value) : undefined;
  if (edits === undefined || edits === 0) {
    return undefined;
  }
  const [given, wanted] = differing(text, value);
  const where = `${quote(given)} where ${quote(value)} has ${quote(wanted)}`;
  return { kind: 'spelling', text: `nearly the same: it has ${where}`, rank: edits };
}

function apart(text: string, matcher: TextMatcher): Ranked {
  const { kind, value } = matcher;
  const hint = (said: string, rank: number): Ranked => ({ kind: 'text', text: said, rank });
  if (kind === 'wildcard') {
    return hint(missingPart(text, matcher.parts), 5);
  }
  if (kind.startsWith('prefix') || kind.startsWith('suffix')) {
    const end = kind.startsWith('prefix') ? 'begin' : 'end';
    return text.includes(value)
      ? hint(`it has ${quote(value)}, but does not ${end} with it`, 3)
      : hint(`it does not ${end} with ${quote(value)}${agreement(text, matcher)}`, 5);
  }
  if (value !== '' && text.startsWith(value)) {
    return hint(`it begins with ${quote(value)}, and goes on with ${quote(rest(text, value))}`, 3);
  }
  return value !== '' && text.includes(value)
    ? hint(`it has ${quote(value)} in it, but is longer`, 4)
    : hint(`it is another text than ${quote(value)}${agreement(text, matcher)}`, 7);
}

const rest = (text: string, start: string): string => text.slice(start.length);

/** How far a long text agrees, where that helps. */
function agreement(text: string, { kind, value }: TextMatcher): string {
  const reverse = (one: string) => [...one].reverse().join('');
  const suffix = kind.startsWith('suffix');
  const shared = suffix ? sharedStart(reverse(text), reverse(value)) : sharedStart(text, value);
  const where = suffix ? 'last' : 'first';
  return shared > 2 ? `: only its ${where} ${shared} characters agree` : '';
}

function missingPart(text: string, parts: readonly string[]): string {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!text.startsWith(first)) {
    return `it does not begin with ${quote(first)}`;
  }
  if (!text.endsWith(last)) {
    return `it does not end with ${quote(last)}`;
  }
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) {
      return `there is no ${quote(part)} ${behind(at)}`;
    }
    at = found + part.length;
  }
  return `there is no other ${quote(last)} ${behind(at)}`;
}

function behind(at: number): string {
  return at === 0 ? 'in it' : `after its first ${at === 1 ? 'character' : `${at} characters`}`;
}
