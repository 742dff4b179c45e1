import type { Matcher, NumberMatcher, TextMatcher, TextOperator } from '../ast';
import { show } from '../json/node';
import type { JsonNode } from '../json/read';
import { ipBlock, ipDigits } from '../values/ip';
import { comparableNumber, inexact } from '../values/numbers';
import { wildcardParts } from '../values/texts';
import type { Reading, Refuse } from './reading';

type Reader<M extends Matcher> = (value: JsonNode, refuse: Refuse, reading: Reading) => M;

/** A value that stands for itself. A text that is an IP address is compared as an address. */
export function readValue(value: JsonNode, refuse: Refuse): Matcher {
  switch (value.kind) {
    case 'string': {
      const digits = ipDigits(value.text);
      return digits === undefined
        ? { kind: 'exactly', value: value.text }
        : { kind: 'ip', text: value.text, low: digits, high: digits };
    }
    case 'number':
      return numberMatcher(value.text);
    case 'keyword':
      return { kind: 'keyword', value: value.text };
    default:
      return refuse(`${show(value)} is neither a value nor an operator`, value);
  }
}

/** The one member of an operator's object, as name and value. */
export function onlyMember(node: JsonNode, refuse: Refuse): readonly [string, JsonNode] {
  const members = node.kind === 'object' ? node.members : [];
  const [member] = members;
  return member === undefined || members.length > 1
    ? refuse(`${show(node)} has ${members.length} operators where one belongs`, node)
    : [member.name, member.value];
}

export function text(kind: TextOperator, name: string = kind): Reader<TextMatcher> {
  return (value, refuse) => ({ kind, value: textOf(value, name, refuse) });
}

export function affix(kind: 'prefix' | 'suffix'): Reader<TextMatcher> {
  return (value, refuse, reading) => {
    if (value.kind !== 'object') {
      return text(kind)(value, refuse, reading);
    }
    const [name, inner] = onlyMember(value, refuse);
    return reading.dialect.nested[kind].includes(name)
      ? text(`${kind}-ignore-case`, name)(inner, refuse, reading)
      : unsupported(name, kind, value, refuse, reading);
  };
}

export function readWildcard(value: JsonNode, refuse: Refuse): TextMatcher {
  const pattern = textOf(value, 'wildcard', refuse);
  const parts = wildcardParts(pattern);
  return typeof parts === 'string'
    ? refuse(`${show(value)} ${parts}`, value)
    : { kind: 'wildcard', value: pattern, parts };
}

export function readCidr(value: JsonNode, refuse: Refuse): Matcher {
  const block = textOf(value, 'cidr', refuse);
  const malformed = (rule: string) => refuse(`${show(value)} is a malformed CIDR: ${rule}`, value);
  // AWS lets slashes trail, and the mask have a sign and leading zeros.
  const [address = '', mask, ...more] = withoutTrailingSlashes(block).split('/');
  if (mask === undefined || more.length > 0) {
    return malformed('one / is required');
  }
  if (!/^[+-]?[0-9]+$/.test(mask)) {
    return malformed('the mask must be an integer');
  }
  const digits = ipDigits(address);
  if (digits === undefined) {
    return refuse(`${JSON.stringify(address.slice(0, 100))} is a nonstandard IP address`, value);
  }
  const [bits, most] = [Number(mask), digits.length * 4 - 1];
  return bits >= 0 && bits <= most
    ? { kind: 'ip', text: block, ...ipBlock(digits, bits) }
    : refuse(`${show(value)} has a mask of ${mask} bits, outside 0-${most}`, value);
}

// A loop: an expression for it backtracks over every run of slashes.
function withoutTrailingSlashes(block: string): string {
  let end = block.length;
  while (block[end - 1] === '/') {
    end--;
  }
  return block.slice(0, end);
}

export function readExists(value: JsonNode, refuse: Refuse): Matcher {
  if (value.kind !== 'keyword' || value.text === 'null') {
    return refuse(`${show(value)} is neither true nor false`, value);
  }
  return { kind: value.text === 'true' ? 'exists' : 'absent' };
}

const excluding: ReadonlyMap<string, Reader<TextMatcher>> = new Map([
  ['prefix', nonEmpty('prefix')],
  ['suffix', nonEmpty('suffix')],
  ['equals-ignore-case', text('equals-ignore-case')],
  ['wildcard', readWildcard],
]);

export function readAnythingBut(value: JsonNode, refuse: Refuse, reading: Reading): Matcher {
  if (value.kind === 'object') {
    const [name, inner] = onlyMember(value, refuse);
    const read = excluding.get(name);
    return read === undefined || !insideAnythingBut(reading).includes(name)
      ? unsupported(name, 'anything-but', value, refuse, reading)
      : {
          kind: 'anything-but',
          not: excluded(name, inner, refuse, reading).map((item) => read(item, refuse, reading)),
        };
  }
  const not = listed(value, refuse).map((item) => textOrNumber(item, refuse));
  return not.some(({ kind }) => kind !== not[0]?.kind)
    ? refuse(`${show(value)} mixes texts and numbers`, value)
    : { kind: 'anything-but', not };
}

// A pattern with an old field named `$or` is read by an older reader, which knows less.
function insideAnythingBut({ dialect, or }: Reading): readonly string[] {
  const inside = dialect.nested['anything-but'];
  return or ? inside : inside.filter((name) => name !== 'wildcard');
}

function excluded(
  name: string,
  inner: JsonNode,
  refuse: Refuse,
  { or }: Reading,
): readonly JsonNode[] {
  return or || name === 'equals-ignore-case' ? listed(inner, refuse) : [inner];
}

function unsupported(
  name: string,
  outer: 'prefix' | 'suffix' | 'anything-but',
  value: JsonNode,
  refuse: Refuse,
  reading: Reading,
): never {
  const { dialect } = reading;
  const shown = JSON.stringify(name.slice(0, 100));
  const inside = outer === 'anything-but' ? insideAnythingBut(reading) : dialect.nested[outer];
  const choice = inside.length === 0 ? 'no operator' : inside.join(', ');
  const problem = `${shown} is unsupported inside ${outer}: ${dialect.place} takes ${choice} there`;
  return refuse(problem, value);
}

function nonEmpty(kind: 'prefix' | 'suffix'): Reader<TextMatcher> {
  return (value, refuse, reading) => {
    const matcher = text(kind)(value, refuse, reading);
    return matcher.value === ''
      ? refuse(`an empty ${kind} would exclude every text`, value)
      : matcher;
  };
}

function listed(value: JsonNode, refuse: Refuse): readonly JsonNode[] {
  const items = value.kind === 'array' ? value.items : [value];
  return items.length > 0 ? items : refuse('the list is empty', value);
}

function textOrNumber(value: JsonNode, refuse: Refuse): TextMatcher | NumberMatcher {
  if (value.kind === 'string') {
    return { kind: 'exactly', value: value.text };
  }
  if (value.kind !== 'number') {
    return refuse(`anything-but takes texts or numbers, not ${show(value)}`, value);
  }
  const matcher = numberMatcher(value.text);
  return matcher.value === undefined ? refuse(inexact(value.text), value) : matcher;
}

function numberMatcher(spelling: string): NumberMatcher {
  const value = comparableNumber(spelling);
  return { kind: 'number', text: spelling, ...(value !== undefined && { value }) };
}

function textOf(value: JsonNode, name: string, refuse: Refuse): string {
  return value.kind === 'string'
    ? value.text
    : refuse(`${name} must be a text, not ${show(value)}`, value);
}
