import type { Matcher } from '../ast';
import { show } from '../json/node';
import type { JsonArray, JsonNode } from '../json/read';
import { readRange } from './ranges';
import {
  affix,
  onlyMember,
  readAnythingBut,
  readCidr,
  readExists,
  readValue,
  readWildcard,
  text,
} from './readers';
import type { Reading, Refuse } from './reading';

export interface Operator {
  /** How it is written, for error messages. */
  readonly form: string;
  readonly read: (value: JsonNode, refuse: Refuse, reading: Reading) => Matcher;
}

/** The operators of a matcher, `{"operator": value}`, by name. */
export const operators: Readonly<Record<string, Operator>> = {
  exactly: { form: '{"exactly": "text"}', read: text('exactly') },
  prefix: {
    form: '{"prefix": "text"} or {"prefix": {"equals-ignore-case": "text"}}',
    read: affix('prefix'),
  },
  suffix: {
    form: '{"suffix": "text"} or {"suffix": {"equals-ignore-case": "text"}}',
    read: affix('suffix'),
  },
  'equals-ignore-case': {
    form: '{"equals-ignore-case": "text"}',
    read: text('equals-ignore-case'),
  },
  wildcard: {
    form: '{"wildcard": "text with single *"}, a literal asterisk as \\* and a backslash as \\\\',
    read: readWildcard,
  },
  numeric: {
    form: '{"numeric": [">=", 1, "<", 10]}, or one comparison by =, <, <=, > or >=',
    read: readRange,
  },
  cidr: {
    form: '{"cidr": "10.0.0.0/8"}, with a mask of 0-31 bits, or 0-127 for IPv6',
    read: readCidr,
  },
  exists: { form: '{"exists": true} or {"exists": false}', read: readExists },
  'anything-but': {
    form:
      '{"anything-but": value}, a text, a number, a list of only texts or only numbers, ' +
      'or one of prefix, suffix, equals-ignore-case and wildcard with a text or a list of texts',
    read: readAnythingBut,
  },
};

/** What no field inside `$or` may be called. */
export const reserved: ReadonlySet<string> = new Set([
  ...Object.keys(operators),
  ...['=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
]);

/** The list of a field: what stands for itself, and operators. */
export function readMatchers(list: JsonArray, path: string, reading: Reading): readonly Matcher[] {
  if (list.items.length === 0) {
    const problem = 'the list is empty, and an empty list is not allowed';
    reading.fail(path, problem, 'a value or an operator, or more', list);
  }
  return list.items.map((item) => readMatcher(item, path, reading));
}

function readMatcher(item: JsonNode, path: string, reading: Reading): Matcher {
  const { dialect, fail } = reading;
  const names = dialect.operators.join(', ');
  let expected = `a text, a number, true, false, null or an object with one of ${names}`;
  const refuse: Refuse = (problem, at = item) => fail(path, problem, expected, at);
  if (item.kind !== 'object') {
    return readValue(item, refuse);
  }
  const [name, value] = onlyMember(item, refuse);
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) {
    return refuse(`${show(item)} has an unknown operator, ${JSON.stringify(name.slice(0, 100))}`);
  }
  if (!dialect.operators.includes(name)) {
    return refuse(`${name} is an operator that ${dialect.place} does not support`);
  }
  expected = operator.form;
  return operator.read(value, refuse, reading);
}
