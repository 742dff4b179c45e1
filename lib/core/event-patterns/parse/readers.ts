import type { Matcher, NumberMatcher, TextMatcher, TextOperator } from '../ast';
import type { Refuse } from '../errors';
import { show } from '../json/node';
import type { JsonNode } from '../json/read';
import { ipBlock, ipDigits } from '../values/ip';
import { comparableNumber, inexact } from '../values/numbers';
import { wildcardParts } from '../values/texts';

type Reader<M extends Matcher> = (value: JsonNode, refuse: Refuse) => M;

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
      return refuse(`${show(value)} is neither a value nor an operator`);
  }
}

/** The one member of an operator's object, as name and value. */
export function onlyMember(node: JsonNode, refuse: Refuse): readonly [string, JsonNode] {
  const members = node.kind === 'object' ? node.members : [];
  const [member] = members;
  return member === undefined || members.length > 1
    ? refuse(`${show(node)} has ${members.length} operators where one belongs`)
    : [member.name, member.value];
}

export function text(kind: TextOperator): Reader<TextMatcher> {
  return (value, refuse) => ({ kind, value: textOf(value, refuse) });
}

export function affix(kind: 'prefix' | 'suffix'): Reader<TextMatcher> {
  return (value, refuse) => {
    if (value.kind !== 'object') {
      return text(kind)(value, refuse);
    }
    const [name, inner] = onlyMember(value, refuse);
    return name === 'equals-ignore-case'
      ? text(`${kind}-ignore-case`)(inner, refuse)
      : refuse(`${show(value)} can't stand inside ${kind}`);
  };
}

export function readWildcard(value: JsonNode, refuse: Refuse): TextMatcher {
  const pattern = textOf(value, refuse);
  const parts = wildcardParts(pattern);
  return typeof parts === 'string'
    ? refuse(`${show(value)} ${parts}`)
    : { kind: 'wildcard', value: pattern, parts };
}

export function readCidr(value: JsonNode, refuse: Refuse): Matcher {
  const block = textOf(value, refuse);
  // AWS lets slashes trail, and the mask have a sign and leading zeros.
  const [, address = '', mask = ''] = /^([^/]*)\/([+-]?[0-9]+)\/*$/.exec(block) ?? [];
  const digits = ipDigits(address);
  if (digits === undefined) {
    return refuse(`${show(value)} is not an IP address, a slash and a number of bits`);
  }
  const [bits, most] = [Number(mask), digits.length * 4 - 1];
  return bits >= 0 && bits <= most
    ? { kind: 'ip', text: block, ...ipBlock(digits, bits) }
    : refuse(`${show(value)} has a mask of ${mask} bits, outside 0-${most}`);
}

export function readExists(value: JsonNode, refuse: Refuse): Matcher {
  if (value.kind !== 'keyword' || value.text === 'null') {
    return refuse(`${show(value)} is neither true nor false`);
  }
  return { kind: value.text === 'true' ? 'exists' : 'absent' };
}

const nested: Readonly<Record<string, Reader<TextMatcher>>> = {
  prefix: nonEmpty('prefix'),
  suffix: nonEmpty('suffix'),
  'equals-ignore-case': text('equals-ignore-case'),
  wildcard: readWildcard,
};

export function readAnythingBut(value: JsonNode, refuse: Refuse): Matcher {
  if (value.kind === 'object') {
    const [name, inner] = onlyMember(value, refuse);
    const read = Object.hasOwn(nested, name) ? nested[name] : undefined;
    return read === undefined
      ? refuse(`${show(value)} can't stand inside anything-but`)
      : { kind: 'anything-but', not: listed(inner, refuse).map((item) => read(item, refuse)) };
  }
  const not = listed(value, refuse).map((item) => textOrNumber(item, refuse));
  return not.some(({ kind }) => kind !== not[0]?.kind)
    ? refuse(`${show(value)} mixes texts and numbers`)
    : { kind: 'anything-but', not };
}

function nonEmpty(kind: 'prefix' | 'suffix'): Reader<TextMatcher> {
  return (value, refuse) => {
    const matcher = text(kind)(value, refuse);
    return matcher.value === '' ? refuse(`an empty ${kind} would exclude every text`) : matcher;
  };
}

function listed(value: JsonNode, refuse: Refuse): readonly JsonNode[] {
  const items = value.kind === 'array' ? value.items : [value];
  return items.length > 0 ? items : refuse('the list is empty');
}

function textOrNumber(value: JsonNode, refuse: Refuse): TextMatcher | NumberMatcher {
  if (value.kind !== 'number') {
    return text('exactly')(value, refuse);
  }
  const matcher = numberMatcher(value.text);
  return matcher.value === undefined ? refuse(inexact(value.text)) : matcher;
}

function numberMatcher(spelling: string): NumberMatcher {
  const value = comparableNumber(spelling);
  return { kind: 'number', text: spelling, ...(value !== undefined && { value }) };
}

function textOf(value: JsonNode, refuse: Refuse): string {
  return value.kind === 'string' ? value.text : refuse(`${show(value)} is not a text`);
}
